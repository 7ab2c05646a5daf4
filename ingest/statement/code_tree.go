package statement

import "strings"

// acts reports whether phrase p can act. In a row written in small letters
// throughout, a word that cannot be pronounced is an acronym and names a body.
func (c *coder) acts(p Phrase) bool {
	return c.canAct(p) || p.From < p.To && c.small && unpronounceable(c.Tokens[p.Head].Text)
}

const vowels = "aeiouy"

// onsets are the clusters of two consonants that English words begin with.
const onsets = " bl br ch cl cr dr dw fl fr gh gl gn gr kl kn kr ph pl pn pr ps pt rh sc sh sk sl sm sn sp sq st sv sw th tr ts tw wh wr "

// unpronounceable reports whether w, a word in small letters, has no vowel or
// begins with consonants that no English word begins with.
func unpronounceable(w string) bool {
	if len(w) < 3 || strings.ContainsFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return false
	}
	if !strings.ContainsAny(w, vowels) {
		return true
	}
	two := w[:2]
	return !strings.ContainsAny(two, vowels) && !strings.Contains(onsets, " "+two+" ")
}
