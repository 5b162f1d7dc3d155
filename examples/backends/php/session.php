<?php
declare(strict_types=1);

require __DIR__ . '/enkash.php';

const REQUEST_LIMIT = 16_384;
const RESULT_TTL_SECONDS = 60;
const DOUBLE_CLICK_SECONDS = 5; // clicks this close together get the same link
const POLL_AFTER_MS = 5_000;

/** Sends a JSON response and ends the script. */
function respond(int $status, array $body): never
{
    http_response_code($status);
    header_remove('X-Powered-By');
    header('Content-Type: application/json');
    header('Cache-Control: no-store');
    header('X-Content-Type-Options: nosniff');
    exit(json_encode($body, JSON_UNESCAPED_SLASHES));
}

function refuse(int $status, string $code): never
{
    respond($status, ['error' => ['code' => $code]]);
}

/** Browsers report it in Sec-Fetch-Site, older ones only in Origin. */
function is_cross_site(): bool
{
    $site = $_SERVER['HTTP_SEC_FETCH_SITE'] ?? null;
    if ($site !== null) return $site !== 'same-origin';
    $origin = $_SERVER['HTTP_ORIGIN'] ?? null;
    return $origin !== null && preg_replace('~^https?://~', '', $origin) !== $_SERVER['HTTP_HOST'];
}

/** Opening hours in IST: `VKYC_HOURS="10:00-18:00"` and `VKYC_DAYS="mon tue wed thu fri"`. */
function schedule(): array
{
    return [
        'workingHours' => getenv('VKYC_HOURS') ?: '10:00-18:00',
        'workingDays' => getenv('VKYC_DAYS') ?: 'mon tue wed thu fri',
    ];
}

function is_open(): bool
{
    ['workingHours' => $hours, 'workingDays' => $days] = schedule();
    [$opens, $closes] = explode('-', $hours);
    $now = new DateTimeImmutable('now', new DateTimeZone('Asia/Kolkata'));
    $time = $now->format('H:i');
    return in_array(strtolower($now->format('D')), explode(' ', $days), true) && $opens <= $time && $time < $closes;
}

/**
 * EnKash's result for a customer, whichever session asks: each link ends the one before it. The lock on the customer's
 * file lets simultaneous clicks share one call. With several servers, keep it in your database instead.
 */
function current_result(string $card_id, bool $click): array
{
    // Keyed, so that no other user of this computer can guess the path
    $name = hash_hmac('sha256', getenv('ENKASH_URL') . $card_id, (string) getenv('ENKASH_PASSWORD'));
    $path = sys_get_temp_dir() . "/vkyc-$name";
    $file = fopen($path, 'c+');
    chmod($path, 0600);
    flock($file, LOCK_EX);
    $now = microtime(true);
    $kept = json_decode((string) stream_get_contents($file), true);
    $is_used = ($kept['delivered_at'] ?? null) !== null && $now - $kept['delivered_at'] >= DOUBLE_CLICK_SECONDS;
    if ($kept === null || $now - $kept['fetched_at'] >= RESULT_TTL_SECONDS || $is_used)
        $kept = ['payload' => enkash_link($card_id), 'fetched_at' => $now, 'delivered_at' => null];
    if ($click) $kept['delivered_at'] ??= $now;
    ftruncate($file, 0);
    rewind($file);
    fwrite($file, json_encode($kept, JSON_UNESCAPED_SLASHES));
    fclose($file);
    return $kept['payload'];
}

$method = $_SERVER['REQUEST_METHOD'];
$click = $method === 'POST';
if (!$click && $method !== 'GET') {
    header('Allow: GET, POST');
    refuse(405, 'method_not_allowed');
}
if (is_cross_site()) refuse(403, 'cross_site');
if (($_SERVER['HTTP_X_ENKASH_VKYC'] ?? '') !== '1') refuse(403, 'missing_header');
if ($click && strtolower(trim(explode(';', $_SERVER['CONTENT_TYPE'] ?? '')[0])) !== 'application/json')
    refuse(415, 'unsupported_media_type');

$sent = (string) file_get_contents('php://input', false, null, 0, REQUEST_LIMIT + 1);
if (strlen($sent) > REQUEST_LIMIT) refuse(413, 'too_large');
if ($sent !== '' && !is_array(json_decode($sent, true))) refuse(400, 'bad_request');

session_start();
$card_id = $_SESSION['card_id'] ?? null;
session_write_close();
if ($card_id === null) refuse(401, 'invalid_session');
if ($click && !is_open()) refuse(409, 'closed_hours');

try {
    $status = $click ? null : enkash_status($card_id);
    $payload = $status ?? current_result($card_id, $click);
} catch (EnkashException $error) {
    refuse($error->getCode(), $error->getMessage());
}

$members = ['kycStatus', 'kycSubStatus', 'kycExpiryDays', ...($click ? ['kycLink'] : [])];
respond(200, [
    'code' => 0,
    'payload' => array_intersect_key($payload, array_flip($members)),
    'session' => [
        // EnKash's link call may mint a link, so the button must not poll it
        'pollAfter' => getenv('ENKASH_STATUS_URL') ? POLL_AFTER_MS : null,
        'serverTime' => (int) (microtime(true) * 1000),
        'schedule' => schedule(),
    ],
]);
