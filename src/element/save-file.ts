/** Hands a small text file to the customer, as a download would. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser has taken hold of the file once this task is over.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
