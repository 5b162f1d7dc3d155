<?php
declare(strict_types=1);

session_start();
$_SESSION['card_id'] = 'EKCHUZJWZW'; // in production your sign-in sets it
?>
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Raise your limit</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="style.css">
    <script type="module" src="node_modules/enkash-vkyc-button/dist/cdn/enkash-vkyc-button.js"></script>
    <script type="module" src="page.js"></script>
  </head>
  <body>
    <main class="card">
      <h1>Raise your limit</h1>
      <p>A short video call with your PAN card in hand.</p>
      <label><input type="checkbox"> I have my PAN card with me</label>
      <!-- allowed-link-hosts is for the sandbox; remove it in production -->
      <enkash-vkyc-button session-endpoint="session.php" allowed-link-hosts="127.0.0.1" disabled>Verify by video</enkash-vkyc-button>
      <p class="status">Your KYC: <output>unknown</output></p>
    </main>
  </body>
</html>
