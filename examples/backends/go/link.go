package main

import (
	"regexp"
	"strings"
)

const linkLimit = 2048

var linkPattern = regexp.MustCompile(`^(https?)://([a-z0-9.-]+)(:[0-9]+)?(?:[/?#][!-\[\]-~]*)?$`)

func isLoopback(host string) bool { return host == "localhost" || host == "127.0.0.1" }

// isSafeLink: https on a listed host, with no user name and no port; a loopback host listed by name may have http and a port.
func isSafeLink(link string, hosts []string) bool {
	parts := linkPattern.FindStringSubmatch(link)
	if parts == nil || len(link) > linkLimit {
		return false
	}
	scheme, host, port := parts[1], parts[2], parts[3]
	if isLoopback(host) {
		return contains(hosts, host)
	}
	for _, listed := range hosts {
		domain := strings.TrimPrefix(listed, "*.")
		if host == listed || listed != domain && (host == domain || strings.HasSuffix(host, "."+domain)) {
			return scheme == "https" && port == ""
		}
	}
	return false
}
