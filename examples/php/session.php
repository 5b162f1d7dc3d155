<?php
declare(strict_types=1);

require __DIR__ . '/enkash.php';

/** Sends a JSON response and ends the script. */
function respond(int $status, array $body): never
{
    http_response_code($status);
    header('Content-Type: application/json');
    header('Cache-Control: no-store');
    exit(json_encode($body, JSON_UNESCAPED_SLASHES));
}

// a page of another site cannot send this header
if (($_SERVER['HTTP_X_ENKASH_VKYC'] ?? '') !== '1') respond(403, ['error' => ['code' => 'forbidden']]);

session_start(['read_and_close' => true]);
$card_id = $_SESSION['card_id'] ?? null;
if ($card_id === null) respond(401, ['error' => ['code' => 'signed_out']]);

[$status, $enkash] = enkash_link($card_id);
if ($status !== 200 || !isset($enkash['payload'])) respond(503, ['error' => ['code' => 'enkash_down']]);

$payload = $enkash['payload'];
unset($payload['enkashCardId']);
if ($_SERVER['REQUEST_METHOD'] === 'GET') unset($payload['kycLink']); // the link belongs to POST only
respond(200, [
    'code' => 0,
    'payload' => $payload,
    // this call mints a link, so the button must not poll it
    'session' => ['pollAfter' => null, 'serverTime' => (int) (microtime(true) * 1000), 'schedule' => [
        'workingHours' => '00:00-24:00', 'workingDays' => 'mon-sun', // so that the example works at any hour
    ]],
]);
