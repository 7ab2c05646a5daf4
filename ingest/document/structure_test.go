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

func TestSections(t *testing.T) {
	testStructures(t, "sections.txt", []structureTest{
		{"chapter with its title below, numbers begin anew", `
			2. The Principle of Care

			Towns care.

			Chapter III.

			Common Aims

			The aims are many.

			1. Clean Water

			Towns clean it.

			2. Safe Paths

			Towns mend them.

			CHAPTER IV - THE COUNCIL

			The Council meets.`, `
			P# 2|The Principle of Care
			Towns care.
			G# Chapter III|Common Aims
			The aims are many.
			G## 1|Clean Water
			Towns clean it.
			G## 2|Safe Paths
			Towns mend them.
			# Chapter IV|THE COUNCIL
			The Council meets.`},
		{"articles under unnumbered headings", `
			Chapter I - General

			Powers

			Article 1

			The Council may meet.

			Article 2

			1. The Council shall vote.

			2. It shall report.

			Procedure

			Article 3

			It sits in public.

			Chapter II - Funds

			Article 4

			Towns pay.`, `
			# Chapter I|General
			## |Powers
			### Article 1|
			The Council may meet.
			### Article 2|
			- 1. The Council shall vote. <-1
			- 2. It shall report. <-1
			## |Procedure
			### Article 3|
			It sits in public.
			# Chapter II|Funds
			## Article 4|
			Towns pay.`},
		{"run-in headings", `
			PART II

			Section 3. Any person who dumps waste shall pay.

			Section 4. Definitions. In this Act a river is water that flows.

			Article 5 provides nothing here.

			Section 5 of the Act stays. It is old.`, `
			# Part II|
			## Section 3|
			Any person who dumps waste shall pay.
			## Section 4|Definitions
			In this Act a river is water that flows.
			Article 5 provides nothing here.
			Section 5 of the Act stays. It is old.`},
		{"sections of an act", `
			RIVER ACT

			SEC. 2. DEFINITIONS.

			In this Act:

			(1) RIVER.—Water that flows.

			§ 4. Reports

			Towns shall report.

			Sec. 5. Towns may waive fees.`, `
			^ RIVER ACT
			# Sec. 2|DEFINITIONS
			In this Act:
			- (1) RIVER.—Water that flows. <2
			# § 4|Reports
			Towns shall report.
			# Sec. 5|
			Towns may waive fees.`},
		{"titles that text runs in behind", `
			TERMS

			1. Duties of Towns. Each town shall clean its rivers.

			2. Fees. No town may ask for fees. It may ask for gifts.

			3. Everything else.

			It is free.`, `
			^ TERMS
			# 1|Duties of Towns
			Each town shall clean its rivers.
			# 2|Fees
			No town may ask for fees. It may ask for gifts.
			- 3. Everything else. <-1
			It is free.`},
		{"directive with signatures and annex", `
			THE COUNCIL,

			HAS ADOPTED THIS DIRECTIVE:

			CHAPTER I

			GENERAL PROVISIONS

			Article 1

			Definitions

			A river is water that flows.

			Section 1

			Cleaning

			Article 2

			Towns clean.

			Done at Ford, 9 September 2030.

			For the Council

			The President

			A. POE

			ANNEX I

			List of rivers

			The Avon is one.`, `
			THE COUNCIL,
			HAS ADOPTED THIS DIRECTIVE:
			# Chapter I|GENERAL PROVISIONS
			## Article 1|Definitions
			A river is water that flows.
			## Section 1|Cleaning
			### Article 2|
			Towns clean.
			Done at Ford, 9 September 2030.
			For the Council
			The President
			A. POE
			# Annex I|List of rivers
			The Avon is one.`},
		{"goals with numbered targets", `
			Common goals

			Goal 1. End waste everywhere

			1.1 By 2040, end waste in rivers

			1.2 By 2045, end waste in lakes

			1.a Ensure funds

			Goal 2. Open all paths

			2.1 By 2040, open paths

			Means of work

			60. We reaffirm our plan.`, `
			^ Common goals
			G# Goal 1|End waste everywhere
			- 1.1 By 2040, end waste in rivers <-1
			- 1.2 By 2045, end waste in lakes <-1
			-- 1.a Ensure funds <3
			G# Goal 2|Open all paths
			- 2.1 By 2040, open paths <-1
			G## |Means of work
			- 60. We reaffirm our plan. <-1`},
		{"decimal numbers", `
			1. Scope

			All towns.

			1.1 Rivers

			They flow.

			1.2 Lakes

			They rest.

			1.2.1 Ponds

			They dry.

			2. Costs

			They rise.`, `
			# 1|Scope
			All towns.
			## 1.1|Rivers
			They flow.
			## 1.2|Lakes
			They rest.
			### 1.2.1|Ponds
			They dry.
			# 2|Costs
			They rise.`},
		{"roman, letters, numbers", `
			I. Purpose

			A. Rivers

			1. Small ones

			They flow.

			2. Big ones

			They flow too.

			B. Lakes

			They rest.

			II. Costs

			They rise.`, `
			G# I|Purpose
			G## A|Rivers
			### 1|Small ones
			They flow.
			### 2|Big ones
			They flow too.
			G## B|Lakes
			They rest.
			# II|Costs
			They rise.`},
		{"capitals above small letters", `
			GENERAL RULES

			Rivers

			They flow.

			Lakes

			They rest.

			COSTS

			Towns pay.`, `
			^ GENERAL RULES
			# |Rivers
			They flow.
			# |Lakes
			They rest.
			# |COSTS
			Towns pay.`},
		{"two in a row", `
			Preamble

			The towns agree,

			1. To meet;

			2. To pay.

			Fields of work

			Teaching towns to swim, row and sail

			Towns teach.

			Mending of boats

			Towns mend.`, `
			# |Preamble
			The towns agree,
			- 1. To meet; <1
			- 2. To pay. <1
			# |Fields of work
			## |Teaching towns to swim, row and sail
			Towns teach.
			## |Mending of boats
			Towns mend.`},
		{"labels with adjectives and titles", `
			Strategic Goal 1: Clean rivers

			Towns clean.

			Strategic Goal 2: Open paths

			Towns mend.

			Annex

			A list follows.`, `
			G# Strategic Goal 1|Clean rivers
			Towns clean.
			G# Strategic Goal 2|Open paths
			Towns mend.
			# Annex|
			A list follows.`},
		{"numbered paragraphs are no headings", `
			Rules

			1. Towns shall clean rivers.

			2. Towns shall mend paths.

			3. No fees`, `
			^ Rules
			- 1. Towns shall clean rivers. <-1
			- 2. Towns shall mend paths. <-1
			- 3. No fees <-1`},
		{"a heading at the end", "Towns pay.\n\n1. Costs\n\nThey rise.\n\n2. Thanks", "Towns pay.\n# 1|Costs\nThey rise.\n# 2|Thanks"},
		{"introduction and conclusion", `
			Introduction

			Towns met.

			1. Rivers

			They flow.

			2. Lakes

			They rest.

			Conclusion

			Towns part.`, `
			# |Introduction
			Towns met.
			# 1|Rivers
			They flow.
			# 2|Lakes
			They rest.
			# |Conclusion
			Towns part.`},
		{"numbers begin anew under plain headings", `
			Towns met.

			Rivers

			They matter.

			1. Cleaning

			Towns clean.

			2. Fishing

			Towns fish.

			Paths

			They matter too.

			1. Mending

			Towns mend.`, `
			Towns met.
			# |Rivers
			They matter.
			## 1|Cleaning
			Towns clean.
			## 2|Fishing
			Towns fish.
			# |Paths
			They matter too.
			## 1|Mending
			Towns mend.`},
	})
}

func TestHardWrappedLines(t *testing.T) {
	testStructures(t, "wrapped.txt", []structureTest{
		{"paragraphs, headings and items", `
			3. Scope of the plan
			This plan binds all towns on the river and all the people who
			live in them. It takes effect when the Council says so. Towns
			that do not agree may write to the Council.
			Towns should:
			(a) clean the banks of the river each spring and each autumn
			    with their own hands;
			(b) mend the paths;
			- in the hills, and
			- by the sea.
			4. Costs
			Each town pays for what it does, as it always has, under article
			5. The Council pays for nothing.`, `
			# 3|Scope of the plan
			This plan binds all towns on the river and all the people who live in them. It takes effect when the Council says so. Towns that do not agree may write to the Council.
			Towns should:
			- (a) clean the banks of the river each spring and each autumn with their own hands; <2
			- (b) mend the paths; <2
			-- - in the hills, and <4
			-- - by the sea. <4
			# 4|Costs
			Each town pays for what it does, as it always has, under article 5. The Council pays for nothing.`},
	})
}

func TestLists(t *testing.T) {
	testStructures(t, "lists.txt", []structureTest{
		{"nested by marker", `
			Towns shall do the following.

			1. Clean rivers, in particular:

			(a) big ones;

			(i) in spring;

			(ii) in autumn;

			(b) small ones;

			2. Mend paths.

			Towns may also:

			• sing;

			• dance.`, `
			Towns shall do the following.
			- 1. Clean rivers, in particular: <0
			-- (a) big ones; <1
			--- (i) in spring; <2
			--- (ii) in autumn; <2
			-- (b) small ones; <1
			- 2. Mend paths. <0
			Towns may also:
			- • sing; <7
			- • dance. <7`},
		{"a paragraph inside", `
			Towns shall:

			(a) clean rivers;

			Rivers are long.

			(b) mend paths.

			Towns may:

			(a) sing.`, `
			Towns shall:
			- (a) clean rivers; <0
			Rivers are long.
			- (b) mend paths. <0
			Towns may:
			- (a) sing. <4`},
		{"no lead-in", "Towns met.\n\n1. Towns shall pay.\n\n2. They shall sing.", "Towns met.\n- 1. Towns shall pay. <-1\n- 2. They shall sing. <-1"},
		{"not across headings", `
			Towns shall:

			1. Rivers

			They flow.

			(a) clean.`, `
			Towns shall:
			- 1. Rivers <0
			They flow.
			- (a) clean. <-1`},
		{"a semicolon list is one sentence", "The aims are: to clean; to mend; and to sing.", "The aims are: to clean; to mend; and to sing."},
	})
}

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
