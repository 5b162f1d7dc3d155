const button = document.querySelector('enkash-vkyc-button');
const checkbox = document.querySelector('input');
const status = document.querySelector('output');

checkbox.addEventListener('change', () => {
  button.disabled = !checkbox.checked;
});
button.addEventListener('vkyc-status-change', ({ detail }) => {
  status.textContent = detail.phase;
});
// the URL is always the same; fetching the page starts a new PHP session
button.renewSession = async () => {
  await fetch('index.php');
  return 'session.php';
};
