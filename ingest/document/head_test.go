package document

import "testing"

func TestHeads(t *testing.T) {
	testStructures(t, "head.txt", []structureTest{
		{"kicker, title, date", `
			News\Letters

			A plan for clean rivers in every province

			The Valley Post | Updated: 2021-05-06 10:30

			Rivers are long. Towns should keep them clean.`, `
			^ News\Letters
			^ A plan for clean rivers in every province
			^ The Valley Post | Updated: 2021-05-06 10:30
			Rivers are long. Towns should keep them clean.`},
		{"title and heading", `
			Water Plan

			Scope of the plan

			This plan binds all towns.`, `
			^ Water Plan
			# |Scope of the plan
			This plan binds all towns.`},
		{"lines without blanks", `
			Ministry of Water
			A Plan for Clean Rivers
			2 March 2020
			This plan binds all towns. It is short.`, `
			^ Ministry of Water
			^ A Plan for Clean Rivers
			^ 2 March 2020
			This plan binds all towns. It is short.`},
		{"date first", `
			June 2020

			A plan for clean rivers

			Towns pay.`, `
			^ June 2020
			^ A plan for clean rivers
			Towns pay.`},
		{"no head", `
			Preamble

			The Parties agree.`, `
			# |Preamble
			The Parties agree.`},
		{"resolution", `
			Union of Towns

			A/RES/90/12

			21 October 2045

			Ninetieth session

			90/12. Care for rivers and lakes

			The Assembly

			Recalling its earlier plans,

			1. Decides to meet.`, `
			^ Union of Towns
			^ A/RES/90/12
			^ 21 October 2045
			^ Ninetieth session
			^ 90/12. Care for rivers and lakes
			The Assembly
			Recalling its earlier plans,
			- 1. Decides to meet. <6`},
		{"only lines", "One line\nAnother line\nA third line", "^ One line\nAnother line\nA third line"},
		{"one line", "Only a title", "Only a title"},
		{"a paragraph first", "Towns pay.\n\nCosts\n\nThey are high.", "Towns pay.\n# |Costs\nThey are high."},
	})
}

func TestHeadMeta(t *testing.T) {
	doc := mustRead(t, "a.txt", "A plan for clean rivers\n\nBy Ada Poe\n\n1 May 2020\n\nTowns pay.")
	if doc.Title != "A plan for clean rivers" || doc.Byline != "Ada Poe" || doc.Issued != "2020-05-01" {
		t.Errorf("%q by %q of %q", doc.Title, doc.Byline, doc.Issued)
	}
	doc = mustRead(t, "a.txt", "TOWN UNION\n\nClean rivers for all by 2040\n\nMinistry of Water\n\nIssued: 2020-05-01\n\nTowns pay.")
	if doc.Title != "Clean rivers for all by 2040" || doc.Byline != "Ministry of Water" || doc.Issued != "2020-05-01" {
		t.Errorf("%q by %q of %q", doc.Title, doc.Byline, doc.Issued)
	}
}
