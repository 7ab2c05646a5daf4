package english

import "strings"

// addressLength measures the URL or (where mail is set) e-mail address that s
// begins with, without the punctuation that ends a sentence; 0 for none.
func addressLength(s string, mail bool) int {
	if isURL(s) {
		return trimAddress(s)
	}
	if !mail {
		return 0
	}
	n := asciiRun(s[:min(len(s), longestMail)], isMailByte)
	if at := strings.IndexByte(s[:n], '@'); at > 0 && at+1 < n {
		return trimAddress(s[:n])
	}
	return 0
}

// isURL tells whether s begins with a scheme or with www.
func isURL(s string) bool {
	if len(s) < len("www.x") {
		return false
	}
	switch s[0] {
	case 'h', 'H', 'f', 'w', 'W', 'm':
	default:
		return false
	}
	head := strings.ToLower(s[:min(len(s), len("https://"))])
	for _, prefix := range []string{"http://", "https://", "ftp://", "www.", "mailto:"} {
		if strings.HasPrefix(head, prefix) && len(s) > len(prefix) {
			return true
		}
	}
	return false
}

func isMailByte(b byte) bool {
	return isASCIIAlnum(b) || strings.IndexByte("@._-+%'", b) >= 0
}

// trimAddress cuts what closes the sentence or bracket around an address.
func trimAddress(s string) int {
	if i := strings.IndexAny(s, "<>\"“”"); i > 0 {
		s = s[:i]
	}
	unopened := strings.Count(s, ")") - strings.Count(s, "(")
	for {
		s = strings.TrimRight(s, ".,;:!?'*]")
		if unopened <= 0 || !strings.HasSuffix(s, ")") {
			return len(s)
		}
		s = s[:len(s)-1]
		unopened--
	}
}
