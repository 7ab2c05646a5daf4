package english

import "unicode"

// wordFeatures are the hashes of one word form that the tagger and the network
// look up. Letters are in lower case and digits are 0 except in shape.
type wordFeatures struct {
	word   uint32
	suffix [5]uint32 // by number of letters; index 0 unused
	prefix [4]uint32
	shape  uint32 // runs of capitals, letters, digits and marks: "Al-2" is Xx-0
}

// FNV-1a, the 32-bit variant.
const (
	hashStart = 2166136261
	hashPrime = 16777619
)

func hashRune(h uint32, r rune) uint32 {
	return (h ^ uint32(r)) * hashPrime
}

// scramble spreads a hash over all bits (the finaliser of MurmurHash3), so that
// its low bits can index a table.
func scramble(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}

// longestAffix bounds the runes kept for affixes.
const longestAffix = 4

// describeWord computes the features of a form.
func describeWord(form string) wordFeatures {
	var f wordFeatures
	var last [longestAffix]rune // ring of the last runes
	word, shape := uint32(hashStart), uint32(hashStart)
	n, shapeLen := 0, 0
	previous := rune(-1)
	for _, r := range form {
		r = plainRune(r)
		if class := runeClass(r); class != previous {
			previous = class
			if shapeLen++; shapeLen <= 8 {
				shape = hashRune(shape, class)
			}
		}
		r = foldRune(r)
		word = hashRune(word, r)
		if n++; n < len(f.prefix) {
			f.prefix[n] = word
		}
		last[n%longestAffix] = r
	}
	f.word, f.shape = scramble(word), scramble(shape)
	f.affixes(last, n, word)
	return f
}

// affixes fills suffixes and prefixes; those longer than the word are the word.
func (f *wordFeatures) affixes(last [longestAffix]rune, n int, word uint32) {
	for i := 1; i < len(f.prefix); i++ {
		if i > n {
			f.prefix[i] = word
		}
		f.prefix[i] = scramble(f.prefix[i])
	}
	h := uint32(hashStart)
	for i := 1; i < len(f.suffix); i++ {
		if i <= n {
			h = hashRune(h, last[(n-i+1)%longestAffix])
		}
		f.suffix[i] = scramble(h)
	}
}

// plainRune maps typographic marks to those of the treebanks.
func plainRune(r rune) rune {
	switch r {
	case '‘', '’', 'ʼ':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case '–', '—', '‐', '‑', '−':
		return '-'
	}
	return r
}

func runeClass(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z':
		return 'x'
	case r >= 'A' && r <= 'Z':
		return 'X'
	case r < 0x80 && r >= '0' && r <= '9':
		return '0'
	case r < 0x80:
		return r
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	case unicode.IsDigit(r):
		return '0'
	}
	return r
}

func foldRune(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r < 0x80 && r >= '0' && r <= '9':
		return '0'
	case r < 0x80:
		return r
	case unicode.IsDigit(r):
		return '0'
	}
	return unicode.ToLower(r)
}
