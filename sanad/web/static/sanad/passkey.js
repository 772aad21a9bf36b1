// Tells the reader when a passkey was not read (cancelled, or none here); allauth tells the console only.
document.addEventListener('allauth.error', event => {
  event.preventDefault()
  document.getElementById('passkey_failed').hidden = false
})
