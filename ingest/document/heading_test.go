package document

import "testing"

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
		{"a bill, whose headings stand in brackets", `
			HARBOUR ACT

			SEC. 2. PILOTS.

			(a) In general.—The Board shall train pilots.

			(b) Records

			(1) Logs

			Each pilot shall keep:
			(A) a log;
			(B) a map.

			(2) Copies

			The Board shall keep copies.

			(c) Report.—The Board shall report.

			SEC. 3. BOARD.

			The Board consists of:
			(a) Two pilots
			(b) One owner
			(c) The Harbour Master

			It shall meet.`, `
			^ HARBOUR ACT
			# Sec. 2|PILOTS
			## a|In general
			The Board shall train pilots.
			## b|Records
			### 1|Logs
			Each pilot shall keep:
			- (A) a log; <6
			- (B) a map. <6
			### 2|Copies
			The Board shall keep copies.
			## c|Report
			The Board shall report.
			# Sec. 3|BOARD
			The Board consists of:
			- (a) Two pilots <14
			- (b) One owner <14
			- (c) The Harbour Master <14
			It shall meet.`},
		{"headings with small letters, and a list", `
			Section 3. Requests

			a. Written Requests

			Towns answer them.

			b. Time

			The clerk shall:
			1. note the day
			2. keep the letter

			Towns answer soon.

			c. Fees

			Towns may ask for them.`, `
			# Section 3|Requests
			## a|Written Requests
			Towns answer them.
			## b|Time
			The clerk shall:
			- 1. note the day <4
			- 2. keep the letter <4
			Towns answer soon.
			## c|Fees
			Towns may ask for them.`},
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
