// The mood of a customer, from 0 to 10, as a word.
export function moodWord(mood) {
  if (mood <= 1) return 'about to leave';
  if (mood <= 3) return 'upset';
  if (mood <= 5) return 'wary';
  return mood <= 7 ? 'calmer' : 'at ease';
}
