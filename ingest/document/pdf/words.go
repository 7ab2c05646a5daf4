package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
)

// mostCharacters bounds what a page may hold.
const mostCharacters = 200_000

// words lists the words of a page in the order of its content.
func (m *machine) words(doc pointer, index int) []word {
	page := m.call("FPDF_LoadPage", doc, uint64(index))
	if page == 0 {
		m.fail(errPage)
		return nil
	}
	defer m.call("FPDF_ClosePage", page)
	text := m.call("FPDFText_LoadPage", page)
	if text == 0 {
		m.fail(errPage)
		return nil
	}
	defer m.call("FPDFText_ClosePage", text)
	characters := m.characters(text, min(m.integer("FPDFText_CountChars", text), mostCharacters))
	s := setter{machine: m, text: text, faces: map[pointer]typeface{}, fonts: map[pointer]bool{}}
	var found []word
	for _, st := range stretches(characters, s.isRaised) {
		found = append(found, s.word(st))
	}
	return upright(found)
}

// characters are the Unicode characters of a page by their index, 0 where there
// is none to a glyph. All at once is much faster, but PDFium leaves out those
// without a character, and then the indices do not fit any more.
func (m *machine) characters(text pointer, count int) []rune {
	if count <= 0 {
		return nil
	}
	at := m.allocate(2 * (count + 1))
	got := m.integer("FPDFText_GetText", text, 0, uint64(count), at)
	units := utf16Of(m.read(at, 2*max(0, got-1)))
	m.free(at)
	characters := make([]rune, count)
	if len(units) == count && !slices.ContainsFunc(units, func(u uint16) bool { return utf16.IsSurrogate(rune(u)) || u >= 0xFFFE }) {
		for i, u := range units {
			characters[i] = rune(u)
		}
		return characters
	}
	for i := range characters {
		characters[i] = rune(m.call("FPDFText_GetUnicode", text, uint64(i)))
	}
	return characters
}

// stretch is a run of characters that belong to one word: its text, and the
// indices of its first and last.
type stretch struct {
	text        string
	first, last int
}

// stretches parts characters into words. Where a digit follows something else,
// raised tells whether it is set so much smaller that it is the number of a note.
func stretches(characters []rune, raised func(first, digit int) bool) []stretch {
	var found []stretch
	var text strings.Builder
	var open stretch
	finish := func() {
		if text.Len() > 0 {
			open.text = text.String()
			found = append(found, open)
			text.Reset()
		}
	}
	write := func(i int, c rune) {
		if text.Len() == 0 {
			open.first = i
		}
		open.last = i
		if ligature, ok := ligatures[c]; ok {
			text.WriteString(ligature)
			return
		}
		text.WriteRune(c)
	}
	digits := false // the last character was one
	for i, c := range characters {
		switch {
		case c == '\r' || c == '\n' || unicode.IsSpace(c):
			finish()
			continue
		case c == 2: // how PDFium shows a hyphen at the end of a line, behind which it sees the word go on
			write(i, hyphen)
			finish()
			continue
		case isNoCharacter(c):
			continue
		case unicode.IsDigit(c) && text.Len() > 0 && !digits && raised(open.first, i):
			finish()
		}
		digits = unicode.IsDigit(c)
		write(i, c)
	}
	finish()
	return found
}

// isNoCharacter tells what stands for nothing that can be read.
func isNoCharacter(c rune) bool {
	return c <= 0 || c == unicode.ReplacementChar || c == 0xFFFE || c == 0xFFFF || c > unicode.MaxRune || unicode.IsControl(c)
}

// hyphen marks a hyphen that may be there for the end of the line alone.
const hyphen = '\u00AD'

// ligatures are letters in one piece of type.
var ligatures = map[rune]string{'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st"}

// smallType is how much of a line's height the type of a note's number has.
const smallType = 0.8

// setter tells how the words of a page are set. What belongs to a text object, a
// run of type that the file sets at once, is asked for once.
type setter struct {
	*machine
	text  pointer
	faces map[pointer]typeface // by text object
	fonts map[pointer]bool     // by font: whether it is bold
}

func (s *setter) word(st stretch) word {
	w := word{text: st.text, box: s.boxOf(st.first)}
	if st.last != st.first {
		w.box = w.box.with(s.boxOf(st.last))
	}
	w.typeface = s.typefaceOf(st.first)
	return w
}

// isRaised tells a digit in much smaller type than the word before it, or in
// smaller type above it.
func (s *setter) isRaised(first, digit int) bool {
	word, mark := s.typefaceOf(first), s.typefaceOf(digit)
	return mark.size <= word.size*smallType || mark.raisedOver(word)
}

// raisedOver tells type that is smaller than other and stands above its base line.
func (f typeface) raisedOver(o typeface) bool {
	return f.size < 0.95*o.size && f.base < o.base-0.15*o.size
}

func (s *setter) boxOf(i int) box {
	s.call("FPDFText_GetCharBox", s.text, uint64(i), s.result(0), s.result(1), s.result(2), s.result(3))
	left, right, bottom, top := s.double(0), s.double(1), s.double(2), s.double(3)
	return box{left, -max(top, bottom), right, -min(top, bottom)} // PDF counts from below
}

func (s *setter) typefaceOf(i int) typeface {
	object := s.call("FPDFText_GetTextObject", s.text, uint64(i))
	f, known := s.faces[object]
	if !known || object == 0 {
		f = s.measure(i, object)
		s.faces[object] = f
	} else if f.turn != 0 { // along the base line of upright type only the place changes, which nothing needs
		f.x, f.base = s.origin(i)
	}
	return f
}

// measure asks how a character is set.
func (s *setter) measure(i int, object pointer) typeface {
	f := typeface{size: doubleOf(s.call("FPDFText_GetFontSize", s.text, uint64(i)))}
	f.x, f.base = s.origin(i)
	if s.truth("FPDFText_GetMatrix", s.text, uint64(i), s.result(0)) {
		a, b, c, d := s.single(0), s.single(1), s.single(2), s.single(3)
		f.turn = math.Atan2(b, a)
		if scale := math.Hypot(c, d); scale > 0 {
			f.size *= scale
		}
	}
	f.bold = s.isBold(i, object)
	return f
}

func (s *setter) origin(i int) (x, base float64) {
	s.call("FPDFText_GetCharOrigin", s.text, uint64(i), s.result(0), s.result(1))
	return s.double(0), -s.double(1)
}

// isBold tells whether a character is bold: by its font's name, or where it has
// none by its weight.
func (s *setter) isBold(i int, object pointer) bool {
	font := pointer(0)
	if object != 0 {
		font = s.call("FPDFTextObj_GetFont", object)
	}
	bold, known := s.fonts[font]
	if !known || font == 0 {
		bold = s.looksBold(i)
		s.fonts[font] = bold
	}
	return bold
}

func (s *setter) looksBold(i int) bool {
	const longestName, forceBold, heavy = 1 << 10, 1 << 18, 600
	at := s.allocate(longestName)
	size := s.integer("FPDFText_GetFontInfo", s.text, uint64(i), at, longestName, s.result(0))
	name, _, _ := strings.Cut(string(s.read(at, min(size, longestName))), "\x00")
	s.free(at)
	flags, _ := s.module.Memory().ReadUint32Le(s.results)
	name = strings.ToLower(name)
	return strings.Contains(name, "bold") || strings.Contains(name, "black") || strings.Contains(name, "heavy") || strings.HasSuffix(name, "-b") ||
		size > 0 && flags&forceBold != 0 || name == "" && s.integer("FPDFText_GetFontWeight", s.text, uint64(i)) >= heavy
}
