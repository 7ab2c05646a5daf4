package document

import (
	"strings"
	"testing"
)

func TestMarkdown(t *testing.T) {
	testStructures(t, "plan.md", []structureTest{
		{"headings, lists, table", `
			# A plan for rivers

			Updated: 2020-05-06

			## 1. The Principle of *Care*

			Towns **should** [act](http://example.org) on
			this; see &sect; 5.

			Towns shall:

			- clean rivers
			  - in spring
			- mend paths

			1. sing
			2. dance

			### Article 5 - Costs

			> Towns pay.

			| Town | Pays |
			|------|------|
			| Ford | ten  |

			## Common goals

			**Clean water**

			Towns clean.`, `
			^ A plan for rivers
			^ Updated: 2020-05-06
			P# 1|The Principle of Care
			Towns should act on this; see § 5.
			Towns shall:
			- - clean rivers <4
			-- - in spring <5
			- - mend paths <4
			- 1. sing <4
			- 2. dance <4
			P## Article 5|Costs
			Towns pay.
			Town | Pays
			Ford | ten
			G# |Common goals
			G## |Clean water
			Towns clean.`},
		{"items that Markdown does not know", `
			# Rules

			## Duties

			Towns shall:
			(a) clean rivers;
			(b) mend
			paths.`, `
			^ Rules
			# |Duties
			Towns shall:
			- (a) clean rivers; <2
			- (b) mend paths. <2`},
		{"no headings of its own", `
			Towns met.

			3. The Principle of Care

			Towns care.

			Chapter I.

			Goals

			Towns sing.`, `
			Towns met.
			P# 3|The Principle of Care
			Towns care.
			G# Chapter I|Goals
			Towns sing.`},
		{"footnotes, code, tags", "# T\n\n## S\n\nTowns pay.[^1]\n\n    code here\n\n<div>in a box</div>\n\nA<br>B\n\n[^1]: A note.", `
			^ T
			# |S
			Towns pay.[1]
			code here
			in a box
			A B
			[1] A note.`},
		{"several of the first level", "# A\n\nTowns pay.\n\n# B\n\nThey sing.", "# |A\nTowns pay.\n# |B\nThey sing."},
	})
}

func TestLongMarkdownHeading(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("clean rivers ", 30))
	doc := mustRead(t, "a.md", "# A plan\n\n## 2. "+long+"\n\nTowns pay.")
	if doc.Sections[0].Title != long || doc.Sections[0].Number != "2" {
		t.Errorf("%+v", doc.Sections[0])
	}
}

func TestFrontMatter(t *testing.T) {
	doc := mustRead(t, "a.md", "---\ntitle: \"A plan\"\nauthor: Ada Poe\ndate: 2020-05-06\ntags:\n  - x\n---\n\n# Rivers\n\nTowns pay.")
	if doc.Title != "A plan" || doc.Byline != "Ada Poe" || doc.Issued != "2020-05-06" || doc.Text != "Rivers\n\nTowns pay." {
		t.Errorf("%q by %q of %q: %q", doc.Title, doc.Byline, doc.Issued, doc.Text)
	}
	doc = mustRead(t, "a.md", "---\nTowns pay.\n---\n")
	if doc.Text != "Towns pay." {
		t.Errorf("no front matter, but %q", doc.Text)
	}
}
