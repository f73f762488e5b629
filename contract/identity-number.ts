/** Nine digits (old CMND) or twelve (căn cước), as one run or in groups of three. */
const identityNumber = /(?<![\d.,])(?:\d{12}|\d{9}|\d{3}([ .])\d{3}\1\d{3}(?:\1\d{3})?)(?![\d])/

/** What citizens read of their files is seen on other people's screens too: no number of a card belongs there. */
export const holdsIdentityNumber = (text: string): boolean => identityNumber.test(text)
