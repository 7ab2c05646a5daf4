package statement

import (
	"regexp"
	"strings"

	"mandate/graph"
)

// leadIns returns for each block the one that leads it in: that of its list,
// else the body in whose name a resolution speaks.
func leadIns(doc *graph.Document) []int {
	out := make([]int, len(doc.Blocks))
	body := -1
	for i, b := range doc.Blocks {
		text := strings.TrimSpace(b.In(doc.Text))
		switch out[i] = b.LeadIn; {
		case b.Kind == graph.BlockHeading:
			body = -1
		case b.LeadIn >= 0:
		case body >= 0 && recital.MatchString(text):
			out[i] = body
			if strings.HasSuffix(text, ".") {
				body = -1
			}
		case b.Kind == graph.BlockParagraph && speaks(text):
			body = i
		default:
			body = -1
		}
	}
	return out
}

// recital is how the paragraphs of a resolution begin: "Recalling …", "Deeply
// concerned …", "Also requests …", "Decides …".
var recital = regexp.MustCompile(`^(?:(?:Also|Further|Again|Strongly|Deeply|Solemnly|Once more|[A-Z][a-z]+ly),? )?(?:[A-Z]?[a-z]+(?:ing|s|ed)|Having) `)

// speaks reports whether a paragraph may be the body that adopts a text: "The
// General Assembly,". The reading of it decides.
func speaks(text string) bool {
	const longest = 60 // words
	return strings.HasSuffix(text, ",") && strings.Count(text, " ") < longest
}
