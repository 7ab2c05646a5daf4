package content

import "regexp"

var madeUp = regexp.MustCompile(`(?i)^(microsoft \w+ - |document ?\d*$|untitled|unbenannt|powerpoint|slide 1$|about:blank)|\.(docx?|rtf|odt|pdf|wpd|txt|html?|indd|qxd|tex|dvi)$`)

// MadeUpTitle tells the titles that programs give to files.
func MadeUpTitle(title string) bool { return madeUp.MatchString(title) }
