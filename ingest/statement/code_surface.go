package statement

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What stands on the page around a row of a coding sheet and is no part of its
// sentence.
var (
	// List markers: "(a)", "12.", "iv)", "§ 3", a bullet, a small letter that
	// lost its bracket.
	marker = regexp.MustCompile(`^(?:\(?(?:[0-9]{1,3}|[A-Za-z]|[ivxIVX]{1,4})[).]|\(?§+\s?[0-9.\-]+\)?|[•·*▪‣–—-]|[b-hj-z])\s+`)
	// A short title between the marker and the sentence: "(b) Fees. The …".
	runInTitle = regexp.MustCompile(`^[A-Z][\w,’'\- ]{2,60}\.\s+(?:\(|[A-Z])`)
	// "Be it further resolved by the Assembly that …", "RESOLVED, that …".
	resolving = regexp.MustCompile(`(?i)^\W*(?:further )?(?:resolved|enacted|ordained|ordered)[\s,:]+that\b[\s,:]*|^.{0,120}?\bbe it\b[^.;]{0,40}?\b(?:resolved|enacted|ordained|ordered|decreed)\b(?:[^.;]{0,120}?\bthat\b|[\s,:])[\s,:]*`)
	// From the last word of a lead-in to its first item: "may: a. monitor".
	leadIn = regexp.MustCompile(`(?i)\b(?:shall|should|must|may|can|will|to)(?:\s*:\s+|\s+)\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[).]\s+(?:to\s+)?\w|\b(?:shall|should|must|may|can|will|to)\s*:\s+(?:to\s+)?\w`)
	// Where a coder cut a list down: "keep records…2. Report".
	cut = regexp.MustCompile(`(?:…|\.\.\.)\s*\(?(?:[0-9]{1,2}|[a-z])[).]\s+`)
	// A number spelt out and again in figures: "nine (9) members".
	spelt = regexp.MustCompile(`(?i)\b([a-z]+) \(?([0-9]{1,2})\)? `)
	// A list item with a note behind its name: "Lime—for soils only".
	noted = regexp.MustCompile(`^([^:;]{2,120}?)\s*—\s*(?:(?:for|as|in|on|only|not|no|from|at|if|when|unless|except|with|without|must|allowed|permitted|prohibited|restricted|use[ds]?|production)\b.*|[^—]+)$`)
	// The use that heads an item: "As binders—clay".
	use = regexp.MustCompile(`^As [^—.;:]+—\s*`)
	// What is granted against the rule before it: "…: Provided, That the fee …".
	proviso = regexp.MustCompile(`(?i)[\s,:;]+((?:provided|except)(?:,? however)?,? that\b.*)$`)
	// What is bracketed behind a word and says no more than it: "(see part 3)".
	asides = regexp.MustCompile(` \([^()]*(?:\([^()]*\)[^()]*)*\)`)
	// A gloss right behind a pronoun: "which [the committee] shall …".
	gloss    = regexp.MustCompile(`(?i)\b(who|whom|which|that|they|it|he|she|these|those|this)\s*\[[^\]]*\]`)
	brackets = strings.NewReplacer("[", "", "]", "", "…", " ", "...", " ", "\u00a0", " ")
)

// tidyRow takes off a row what belongs to the page and not to its sentence:
// ellipses, list markers, run-in titles, resolving formulas, and the brackets
// in which coders supply words.
func tidyRow(text string) string {
	text = cut.ReplaceAllString(text, "; ")
	text = gloss.ReplaceAllString(text, "$1")
	text = fold(brackets.Replace(text))
	text = spelt.ReplaceAllStringFunc(text, onlySpelt)
	text = resolving.ReplaceAllString(text, "")
	text = leadIn.ReplaceAllStringFunc(text, func(m string) string {
		end := strings.IndexAny(m, ": ")
		return m[:end] + " " + strings.ToLower(m[len(m)-1:])
	})
	text = asides.ReplaceAllString(text, "")
	text, marked := unmark(strings.TrimLeft(text, " .,;:"))
	if title := runInTitle.FindString(text); marked && title != "" {
		_, size := utf8.DecodeLastRuneInString(title)
		text, _ = unmark(text[len(title)-size:])
	}
	return use.ReplaceAllString(text, "")
}

// onlySpelt drops the figures of a match of spelt that repeat its word.
func onlySpelt(match string) string {
	word, figures, _ := strings.Cut(match, " ")
	if n, ok := numerals[strings.ToLower(word)]; ok && strings.Trim(figures, "() ") == n {
		return word + " "
	}
	return match
}

// cutProviso takes the proviso off the end of a row that says something before
// it.
func cutProviso(text string) (rule, condition string) {
	at := proviso.FindStringSubmatchIndex(text)
	if at == nil || strings.Count(text[:at[0]], " ") < 2 {
		return text, ""
	}
	return text[:at[0]], strings.TrimRight(text[at[2]:], " .,;:")
}

// unmark takes the list markers off the front of a row.
func unmark(text string) (rest string, marked bool) {
	for {
		loc := marker.FindStringIndex(text)
		if loc == nil {
			return text, marked
		}
		text, marked = text[loc[1]:], true
	}
}

// hasWord reports whether there is anything to code.
func hasWord(text string) bool { return strings.IndexFunc(text, unicode.IsLetter) >= 0 }
