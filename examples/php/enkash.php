<?php
declare(strict_types=1);

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
    $body = @file_get_contents($url, false, $context);
    $status = $body === false ? 0 : (int) explode(' ', $http_response_header[0])[1];
    return [$status, json_decode((string) $body, true)];
}

/** Returns a bearer token. In production cache it for `expires_in` seconds, in APCu or your database. */
function enkash_token(): string
{
    [, $response] = request(getenv('ENKASH_URL') . '/oauth/token', [
        'Authorization: ' . getenv('ENKASH_AUTHORIZATION'),
        'Content-Type: application/x-www-form-urlencoded',
    ], [
        'grant_type' => 'password',
        'clientId' => getenv('ENKASH_CLIENT_ID'),
        'username' => getenv('ENKASH_USERNAME'),
        'password' => getenv('ENKASH_PASSWORD'),
    ]);
    return (string) ($response['access_token'] ?? '');
}

/** EnKash's documented VKYC call: the customer's KYC status, with a link to the video call. */
function enkash_link(string $card_id): array
{
    return request(getenv('ENKASH_URL') . '/api/v0/partner/enKashCard/vkyc/link?enKashCardId=' . rawurlencode($card_id), [
        'partnerId: ' . getenv('ENKASH_PARTNER_ID'),
        'Authorization: Bearer ' . enkash_token(),
    ]);
}
