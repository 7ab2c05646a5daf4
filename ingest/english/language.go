package english

import (
	"strings"
	"unicode"
)

// Familiar counts the words of a tokenised sentence that say what language it is
// in, and how many of them are English: words that the model met in training.
// Names say nothing of a language, so words with a capital count only where
// nearly all have one; neither do figures and marks. A run of another script
// counts as some words more the longer it is, for some scripts part no words.
func (m *Model) Familiar(tokens []Token) (english, words int) {
	var small, capital [2]int // words, familiar ones
	for i := range tokens {
		w := tokens[i].Text
		n := wordsIn(w)
		if n == 0 {
			continue
		}
		count := &small
		if startsWithCapital(w) {
			count = &capital
		}
		count[0] += n
		if m.knows(w) {
			count[1]++
		}
	}
	if capital[0] >= mannerOfCapitals*small[0] {
		return small[1] + capital[1], small[0] + capital[0]
	}
	return small[1], small[0]
}

// mannerOfCapitals is how many words with a capital there must be to one without
// for capitals to be the manner of the text and no sign of names.
const mannerOfCapitals = 4

// knows reports whether the model met a word in training, in whatever case.
func (m *Model) knows(w string) bool {
	d := describeWord(strings.ToLower(w))
	return m.lexicon.words.row(d.word) != unknownRow
}

// lettersAWord is how many letters of another script stand for a word.
const lettersAWord = 4

// wordsIn is how many words a token stands for: none where it has fewer than two
// letters or anything but letters, hyphens and apostrophes.
func wordsIn(token string) int {
	letters, strange := 0, 0
	for _, r := range token {
		switch {
		case unicode.Is(unicode.Latin, r):
			letters++
		case unicode.IsLetter(r), unicode.IsMark(r):
			strange++
		case r != '-' && r != '\'' && r != '’':
			return 0
		}
	}
	if letters+strange < 2 {
		return 0
	}
	return 1 + strange/lettersAWord
}

func startsWithCapital(w string) bool {
	for _, r := range w {
		return unicode.IsUpper(r) || unicode.IsTitle(r)
	}
	return false
}
