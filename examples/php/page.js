const button = document.querySelector('enkash-vkyc-button');
const checkbox = document.querySelector('input');
const stand = document.querySelector('output');

checkbox.addEventListener('change', () => {
  button.disabled = !checkbox.checked;
});
button.addEventListener('vkyc-status-change', ({ detail }) => {
  stand.textContent = detail.phase;
});
// the address is always the same: loading the page again opens a fresh session behind it
button.renewSession = async () => {
  await fetch('index.php');
  return 'session.php';
};
