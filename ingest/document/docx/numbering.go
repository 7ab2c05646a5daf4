package docx

import (
	"fmt"
	"regexp"
	"strconv"

	"mandate/ingest/document/archive"
	"mandate/ingest/document/content"
)

// listLevel says how the items of a level are numbered.
type listLevel struct {
	Level     int    `xml:"ilvl,attr"`
	Start     *value `xml:"start"`
	Format    value  `xml:"numFmt"`
	Text      value  `xml:"lvlText"` // "%1.%2": the number of the first level, a dot, …
	Restart   *value `xml:"lvlRestart"`
	AllArabic *value `xml:"isLgl"`
	Style     value  `xml:"pStyle"`
}

// abstractList is the definition that lists share.
type abstractList struct {
	ID     string      `xml:"abstractNumId,attr"`
	Levels []listLevel `xml:"lvl"`
	Link   value       `xml:"numStyleLink"`
}

// list is one list, which may change levels of its definition.
type list struct {
	ID       string `xml:"numId,attr"`
	Abstract value  `xml:"abstractNumId"`
	Override []struct {
		Level int        `xml:"ilvl,attr"`
		Start *value     `xml:"startOverride"`
		By    *listLevel `xml:"lvl"`
	} `xml:"lvlOverride"`
}

// deepest is how many levels a list has.
const deepest = 9

// definition is a list with what it changes.
type definition struct {
	abstract string
	levels   [deepest]*listLevel
	starts   [deepest]*value // at which it begins anew
}

// numbering counts the items of all lists as the paragraphs come by.
type numbering struct {
	lists  map[string]*definition
	styles *styles
	counts map[string]*[deepest]int // by abstract list; 0 for a level that has not begun
	begun  map[string]bool          // list and level whose start has been set
}

func readNumbering(a *archive.Archive, name string, s *styles) (*numbering, error) {
	var part struct {
		Abstract []abstractList `xml:"abstractNum"`
		List     []list         `xml:"num"`
	}
	if _, err := a.Decode(name, &part); err != nil {
		return nil, err
	}
	n := &numbering{lists: map[string]*definition{}, styles: s, counts: map[string]*[deepest]int{}, begun: map[string]bool{}}
	abstracts, lists := map[string]*abstractList{}, map[string]*list{}
	for i := range part.Abstract {
		abstracts[part.Abstract[i].ID] = &part.Abstract[i]
	}
	for i := range part.List {
		lists[part.List[i].ID] = &part.List[i]
	}
	for id, l := range lists {
		abstract := abstracts[l.Abstract.Val]
		if abstract != nil && abstract.Link.Val != "" { // defined by a style of lists
			linked, _, _ := s.numbering(abstract.Link.Val)
			if other := lists[linked]; other != nil && abstracts[other.Abstract.Val] != nil {
				abstract = abstracts[other.Abstract.Val]
			}
		}
		if abstract != nil {
			n.lists[id] = define(abstract, l)
		}
	}
	return n, nil
}

func define(abstract *abstractList, l *list) *definition {
	d := &definition{abstract: abstract.ID}
	for i := range abstract.Levels {
		d.set(&abstract.Levels[i])
	}
	for _, o := range l.Override {
		if o.By != nil {
			o.By.Level = o.Level
			d.set(o.By)
		}
		if o.Level >= 0 && o.Level < deepest {
			d.starts[o.Level] = o.Start
		}
	}
	return d
}

func (d *definition) set(l *listLevel) {
	if l.Level >= 0 && l.Level < deepest {
		d.levels[l.Level] = l
	}
}

// levelOf finds the level of a list that a style's paragraphs stand on.
func (n *numbering) levelOf(list, style string) int {
	if d := n.lists[list]; d != nil {
		for i, l := range d.levels {
			if l != nil && l.Style.Val == style {
				return i
			}
		}
	}
	return 0
}

// next counts an item and returns the marker that it shows; empty for none.
func (n *numbering) next(list string, level int) string {
	d := n.lists[list]
	if d == nil || level < 0 || level >= deepest || d.levels[level] == nil {
		return ""
	}
	counts := n.counts[d.abstract]
	if counts == nil {
		counts = new([deepest]int)
		n.counts[d.abstract] = counts
	}
	key := fmt.Sprint(list, " ", level)
	switch {
	case d.starts[level] != nil && !n.begun[key]:
		counts[level] = d.starts[level].number(1)
	case counts[level] == 0:
		counts[level] = d.levels[level].Start.number(1)
	default:
		counts[level]++
	}
	n.begun[key] = true
	for i := level + 1; i < deepest; i++ {
		if l := d.levels[i]; l == nil || l.Restart.number(-1) != 0 {
			counts[i] = 0
		}
	}
	return d.show(level, counts)
}

var place = regexp.MustCompile(`%[1-9]`)

// show writes the marker of an item.
func (d *definition) show(level int, counts *[deepest]int) string {
	l := d.levels[level]
	switch l.Format.Val {
	case "none":
		return ""
	case "bullet":
		return []string{"•", "◦", "▪"}[level%3]
	}
	return content.Tidy(place.ReplaceAllStringFunc(l.Text.Val, func(s string) string {
		i := int(s[1] - '1')
		of := d.levels[i]
		if of == nil {
			return ""
		}
		count := counts[i]
		if count == 0 {
			count = of.Start.number(1)
		}
		if l.AllArabic.on() {
			return strconv.Itoa(count)
		}
		return enumerate(count, of.Format.Val)
	}))
}

// enumerate writes a number in one of Word's formats; those in words and in
// other scripts are written in figures.
func enumerate(n int, format string) string {
	switch format {
	case "lowerLetter":
		return content.Enumerator(n, content.LowerLetter)
	case "upperLetter":
		return content.Enumerator(n, content.UpperLetter)
	case "lowerRoman":
		return content.Enumerator(n, content.LowerRoman)
	case "upperRoman":
		return content.Enumerator(n, content.UpperRoman)
	case "decimalZero":
		return fmt.Sprintf("%02d", n)
	}
	return strconv.Itoa(n)
}
