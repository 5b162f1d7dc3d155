<?php
declare(strict_types=1);

const ANSWER_LIMIT = 65_536;

/** EnKash gave no usable answer. The message is an error code for the button, the code an HTTP status. */
final class EnkashException extends RuntimeException
{
}

/** Calls EnKash and returns its HTTP status and decoded response. Redirects are not followed, so the token goes to EnKash only. */
function request(string $url, array $headers, ?array $form = null): array
{
    $context = stream_context_create(['http' => [
        'method' => $form === null ? 'GET' : 'POST',
        'header' => $headers,
        'content' => $form === null ? '' : http_build_query($form),
        'timeout' => 10,
        'follow_location' => 0,
        'ignore_errors' => true,
    ]]);
    $body = @file_get_contents($url, false, $context, 0, ANSWER_LIMIT + 1);
    if ($body === false) throw new EnkashException('upstream_down', 503);
    $status = (int) explode(' ', $http_response_header[0])[1];
    $response = strlen($body) > ANSWER_LIMIT ? null : json_decode($body, true);
    return [$status, is_array($response) ? $response : []];
}

/** Returns a bearer token. In production cache it for `expires_in` seconds, in APCu or your database. */
function enkash_token(): string
{
    [$status, $response] = request(getenv('ENKASH_TOKEN_URL') ?: getenv('ENKASH_URL') . '/oauth/token', [
        'Authorization: ' . getenv('ENKASH_AUTHORIZATION'),
        'Content-Type: application/x-www-form-urlencoded',
    ], [
        'grant_type' => 'password',
        'clientId' => getenv('ENKASH_CLIENT_ID'),
        'username' => getenv('ENKASH_USERNAME'),
        'password' => getenv('ENKASH_PASSWORD'),
    ]);
    $token = $response['access_token'] ?? null;
    if ($status !== 200 || !is_string($token)) throw new EnkashException('upstream_auth', 503);
    return $token;
}

/** EnKash's documented VKYC call: the customer's KYC status, with a link to the video call. */
function enkash_link(string $card_id): array
{
    $payload = enkash_call(getenv('ENKASH_URL') . '/api/v0/partner/enKashCard/vkyc/link', $card_id);
    if (!is_safe_link($payload['kycLink'] ?? null)) throw new EnkashException('invalid_link', 502);
    return $payload;
}

/** EnKash's status call, which makes no link. Its path is not public: ask EnKash for it. Returns null without one. */
function enkash_status(string $card_id): ?array
{
    $url = getenv('ENKASH_STATUS_URL');
    return $url ? enkash_call($url, $card_id) : null;
}

/** Calls EnKash about a customer and returns the checked payload. */
function enkash_call(string $url, string $card_id): array
{
    [$status, $response] = request("$url?enKashCardId=" . rawurlencode($card_id), [
        'partnerId: ' . getenv('ENKASH_PARTNER_ID'),
        'Authorization: Bearer ' . enkash_token(),
    ]);
    if ($status === 404 || $status === 422) throw new EnkashException('not_eligible', 409);
    if ($status === 401 || $status === 403) throw new EnkashException('upstream_auth', 503);
    if ($status === 429) throw new EnkashException('rate_limited', 429);
    if ($status >= 500) throw new EnkashException('upstream_down', 503);

    $payload = $response['payload'] ?? null;
    if ($status !== 200 || ($response['code'] ?? null) !== 0 || !is_array($payload))
        throw new EnkashException('invalid_upstream_response', 502);
    if (($payload['enkashCardId'] ?? $card_id) !== $card_id) throw new EnkashException('wrong_customer', 502);
    return $payload;
}

/** An https link to a host of `VKYC_LINK_HOSTS`; a host of this computer, for the sandbox, may have http and a port. */
function is_safe_link(mixed $link): bool
{
    if (!is_string($link) || !preg_match('~^(https?)://([a-z0-9.-]+)(:[0-9]+)?(?:[/?#][!-\[\]-\~]*)?$~D', $link, $parts)) return false;
    [, $scheme, $host] = $parts;
    $hosts = explode(' ', getenv('VKYC_LINK_HOSTS') ?: '*.signzy.tech *.signzy.app');
    if ($host === '127.0.0.1' || $host === 'localhost') return in_array($host, $hosts, true);
    if ($scheme !== 'https' || ($parts[3] ?? '') !== '') return false;
    foreach ($hosts as $listed)
        if ($host === $listed || (str_starts_with($listed, '*.') && str_ends_with(".$host", substr($listed, 1)))) return true;
    return false;
}
