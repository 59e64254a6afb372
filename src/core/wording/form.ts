/** Under a required field that was left blank. */
export const requiredFieldText = 'Please fill this in.';
