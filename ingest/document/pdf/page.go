package pdf

import (
	"math"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// box is where something stands on a page, in points from its upper left corner.
type box struct{ left, top, right, bottom float64 }

func (b box) height() float64 { return b.bottom - b.top }
func (b box) middle() float64 { return (b.top + b.bottom) / 2 }

// with is the smallest box around both.
func (b box) with(o box) box {
	return box{min(b.left, o.left), min(b.top, o.top), max(b.right, o.right), max(b.bottom, o.bottom)}
}

// besides tells whether two boxes share a line.
func (b box) besides(o box) bool {
	return min(b.bottom, o.bottom)-max(b.top, o.top) > min(b.height(), o.height())/2
}

// word is a stretch of characters without white space. The height of its box
// is that of its type, whatever letters it has.
type word struct {
	box
	text string
	bold bool
	typeface
}

// typeface is how a character is set: where its base line begins, how large, at
// which angle.
type typeface struct{ x, base, size, turn float64 }

// mostCharacters bounds what a page may hold.
const mostCharacters = 200_000

// reader reads the words of a page out of PDFium.
type reader struct {
	pdfium pdfium.Pdfium
	page   references.FPDF_TEXTPAGE
	words  []word
	text   strings.Builder // of the word that is open
	first  int             // its first character
	last   int
	digits bool // the last character was one
	fonts  fontCache
}

// fontCache is what the characters last asked for were set in.
type fontCache struct {
	weight int
	bold   bool
	known  bool
}

// words lists the words of a page in the order of its content.
func words(p pdfium.Pdfium, doc references.FPDF_DOCUMENT, index int) ([]word, error) {
	page, err := p.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: index})
	if err != nil {
		return nil, err
	}
	defer func() { _, _ = p.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page.Page}) }()
	text, err := p.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: requests.Page{ByReference: &page.Page}})
	if err != nil {
		return nil, err
	}
	defer func() { _, _ = p.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}) }()
	count, err := p.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return nil, err
	}
	r := reader{pdfium: p, page: text.TextPage, first: -1}
	for i := range min(count.Count, mostCharacters) {
		if err := r.character(i); err != nil {
			return nil, err
		}
	}
	err = r.finish()
	return upright(r.words), err
}

// character adds a character to the open word, or ends it.
func (r *reader) character(i int) error {
	got, err := r.pdfium.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: r.page, Index: i})
	if err != nil {
		return err
	}
	c := rune(got.Unicode)
	switch {
	case c == '\r' || c == '\n' || unicode.IsSpace(c):
		return r.finish()
	case c == 0 || c == unicode.ReplacementChar || c == 0xFFFE || c == 0xFFFF || c > unicode.MaxRune:
		return nil
	case c == 2: // how PDFium shows a hyphen at the end of a line, behind which it sees the word go on
		r.write(i, hyphen)
		return r.finish()
	case unicode.IsControl(c):
		return nil
	case unicode.IsDigit(c) && r.first >= 0 && !r.digits:
		if err := r.splitRaised(i); err != nil {
			return err
		}
	}
	r.digits = unicode.IsDigit(c)
	r.write(i, c)
	return nil
}

// splitRaised ends the open word where a digit of smaller type follows: the
// number of a note.
func (r *reader) splitRaised(i int) error {
	word, err := r.typefaceOf(r.first)
	if err != nil {
		return err
	}
	digit, err := r.typefaceOf(i)
	if err != nil || digit.size > word.size*smallType {
		return err
	}
	return r.finish()
}

// smallType is how much of a line's height the type of a note's number has.
const smallType = 0.8

// hyphen marks a hyphen that may be there for the end of the line alone.
const hyphen = '\u00AD'

func (r *reader) write(i int, c rune) {
	if r.first < 0 {
		r.first = i
	}
	r.last = i
	if ligature, ok := ligatures[c]; ok {
		r.text.WriteString(ligature)
		return
	}
	r.text.WriteRune(c)
}

// ligatures are letters in one piece of type.
var ligatures = map[rune]string{'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st"}

// finish ends the open word.
func (r *reader) finish() error {
	if r.first < 0 {
		return nil
	}
	w := word{text: r.text.String()}
	r.text.Reset()
	at, to := r.first, r.last
	r.first = -1
	var err error
	if w.box, err = r.boxOf(at); err != nil {
		return err
	}
	end, err := r.boxOf(to)
	if err != nil {
		return err
	}
	w.box = w.box.with(end)
	if w.typeface, err = r.typefaceOf(at); err != nil {
		return err
	}
	if w.bold, err = r.isBold(at); err != nil {
		return err
	}
	r.words = append(r.words, w)
	return nil
}

func (r *reader) boxOf(i int) (box, error) {
	got, err := r.pdfium.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: r.page, Index: i})
	if err != nil {
		return box{}, err
	}
	// PDF counts from below.
	return box{got.Left, -max(got.Top, got.Bottom), got.Right, -min(got.Top, got.Bottom)}, nil
}

func (r *reader) typefaceOf(i int) (typeface, error) {
	origin, err := r.pdfium.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: r.page, Index: i})
	if err != nil {
		return typeface{}, err
	}
	size, err := r.pdfium.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: r.page, Index: i})
	if err != nil {
		return typeface{}, err
	}
	f := typeface{x: origin.X, base: -origin.Y, size: size.FontSize}
	if got, err := r.pdfium.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: r.page, Index: i}); err == nil {
		m := got.Matrix
		f.turn = math.Atan2(float64(m.B), float64(m.A))
		if scale := math.Hypot(float64(m.C), float64(m.D)); scale > 0 {
			f.size *= scale
		}
	}
	return f, nil
}

// isBold tells whether a character is bold: by its font's name, which is asked
// for only where its weight is another than that of the one before.
func (r *reader) isBold(i int) (bool, error) {
	weight, err := r.pdfium.FPDFText_GetFontWeight(&requests.FPDFText_GetFontWeight{TextPage: r.page, Index: i})
	if err != nil {
		return false, nil
	}
	if r.fonts.known && r.fonts.weight == weight.FontWeight && !(len(r.words) > 0 && i > 0 && r.newLine(i)) {
		return r.fonts.bold, nil
	}
	info, err := r.pdfium.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: r.page, Index: i})
	name := ""
	if err == nil {
		name = strings.ToLower(info.FontName)
	}
	const forceBold, heavy = 1 << 18, 600
	bold := strings.Contains(name, "bold") || strings.Contains(name, "black") || strings.Contains(name, "heavy") || strings.HasSuffix(name, "-b") ||
		err == nil && info.Flags&forceBold != 0 || name == "" && weight.FontWeight >= heavy
	r.fonts = fontCache{weight: weight.FontWeight, bold: bold, known: true}
	return bold, nil
}

// newLine tells whether a character begins a line, where fonts change most.
func (r *reader) newLine(i int) bool {
	at, err := r.typefaceOf(i)
	last := r.words[len(r.words)-1]
	return err != nil || at.base != last.base || at.size != last.size
}

// ascent is how much of the height of type stands above its base line.
const ascent = 0.8

// upright turns a page whose text runs up or down, and drops the words that run
// another way than most: they are stamps in its margin.
func upright(words []word) []word {
	turns := map[int]int{}
	quarter := func(w word) int { return int(math.Round(w.turn/(math.Pi/2))) & 3 }
	for _, w := range words {
		turns[quarter(w)] += len(w.text)
	}
	most := 0
	for q := range 4 {
		if turns[q] > turns[most] {
			most = q
		}
	}
	kept := words[:0]
	for _, w := range words {
		if quarter(w) != most {
			continue
		}
		b, x, y := w.box, w.x, w.base
		switch most {
		case 1:
			w.box, w.base = box{-b.bottom, b.left, -b.top, b.right}, x
		case 2:
			w.box, w.base = box{-b.right, -b.bottom, -b.left, -b.top}, -y
		case 3:
			w.box, w.base = box{b.top, -b.right, b.bottom, -b.left}, -x
		}
		w.top, w.bottom = w.base-ascent*w.size, w.base+(1-ascent)*w.size
		kept = append(kept, w)
	}
	return kept
}
