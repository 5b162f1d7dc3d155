package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

const (
	linkPath         = "/api/v0/partner/enKashCard/vkyc/link"
	answerLimit      = 65_536
	suspendedSeconds = 60 // after refused credentials: EnKash locks an account after three refusals in a row
)

var tokenPattern = regexp.MustCompile(`^[!-~]+$`)

// enkash calls EnKash, and keeps its bearer token. No error contains a secret.
type enkash struct {
	client                   *http.Client
	timeout                  time.Duration
	settings                 map[string]string
	linkHosts                []string
	mu                       sync.Mutex
	token                    string
	tokenEnds, suspendedTill time.Time
}

func newEnkash() (*enkash, error) {
	settings, missing := map[string]string{}, []string{}
	for _, name := range strings.Fields("URL PARTNER_ID TOKEN_URL CLIENT_ID USERNAME PASSWORD AUTHORIZATION") {
		settings[name] = os.Getenv("ENKASH_" + name)
		if settings[name] == "" {
			missing = append(missing, "ENKASH_"+name)
		}
	}
	if len(missing) > 0 {
		return nil, fmt.Errorf("set the values that EnKash gave you in the environment: %s", strings.Join(missing, ", "))
	}
	for _, name := range []string{"URL", "TOKEN_URL"} {
		address, err := url.Parse(settings[name])
		if err != nil || address.Scheme != "https" && !isLoopback(address.Hostname()) {
			return nil, fmt.Errorf("ENKASH_%s: expected an https URL, or one of this computer", name)
		}
	}
	milliseconds, err := number("ENKASH_TIMEOUT_MS", 10_000)
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.DisableKeepAlives = true // Go repeats a GET when a kept connection breaks, and each may mint a link
	return &enkash{
		client: &http.Client{
			Transport: transport,
			// follows no redirect, so that no other host receives the bearer token
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		timeout:   time.Duration(milliseconds) * time.Millisecond,
		settings:  settings,
		linkHosts: strings.Fields(setting("VKYC_LINK_HOSTS", "*.signzy.tech *.signzy.app")),
	}, err
}

// link is EnKash's answer for a card. Whether it ends the previous link is not documented, so call it rarely.
func (e *enkash) link(card string) (map[string]json.RawMessage, error) {
	token, err := e.bearer("")
	if err != nil {
		return nil, err
	}
	status, answer, err := e.fetchLink(card, token)
	if err == nil && (status == 401 || status == 403) {
		if token, err = e.bearer(token); err == nil {
			status, answer, err = e.fetchLink(card, token)
		}
	}
	switch {
	case err != nil:
		return nil, err
	case status == 404 || status == 422:
		return nil, refusal(409, "not_eligible")
	case status == 401 || status == 403:
		return nil, refusal(503, "upstream_auth")
	case status == 429:
		return nil, httpError{429, "rate_limited", 30}
	case status >= 500:
		return nil, refusal(503, "upstream_down")
	}
	var payload map[string]json.RawMessage
	if status != 200 || string(answer["code"]) != "0" || json.Unmarshal(answer["payload"], &payload) != nil || payload == nil {
		return nil, refusal(502, "invalid_upstream_response")
	}
	for _, name := range []string{"enkashCardId", "enKashCardId"} {
		if value, ok := payload[name]; ok && text(value) != card {
			return nil, refusal(502, "wrong_customer")
		}
	}
	if !isSafeLink(text(payload["kycLink"]), e.linkHosts) {
		return nil, refusal(502, "invalid_link")
	}
	return payload, nil
}

func (e *enkash) fetchLink(card, token string) (int, map[string]json.RawMessage, error) {
	address := strings.TrimRight(e.settings["URL"], "/") + linkPath + "?enKashCardId=" + url.QueryEscape(card)
	return e.fetch(http.MethodGet, address, nil, http.Header{
		"Authorization": {"Bearer " + token},
		"partnerId":     {e.settings["PARTNER_ID"]},
	})
}

// bearer is the token, renewed at half its lifetime or when EnKash refuses it; one request serves all callers.
func (e *enkash) bearer(refused string) (string, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	now := time.Now()
	if e.token != refused && now.Before(e.tokenEnds) {
		return e.token, nil
	}
	if now.Before(e.suspendedTill) {
		return "", refusal(503, "upstream_auth")
	}
	form := url.Values{
		"grant_type": {"password"},
		"clientId":   {e.settings["CLIENT_ID"]},
		"username":   {e.settings["USERNAME"]},
		"password":   {e.settings["PASSWORD"]},
	}
	e.suspendedTill = now.Add(2 * e.timeout) // if this request fails
	status, answer, err := e.fetch(http.MethodPost, e.settings["TOKEN_URL"], strings.NewReader(form.Encode()), http.Header{
		"Authorization": {e.settings["AUTHORIZATION"]},
		"Content-Type":  {"application/x-www-form-urlencoded"},
	})
	if err != nil {
		return "", err
	}
	token := text(answer["access_token"])
	if status != 200 || !tokenPattern.MatchString(token) {
		if status >= 400 && status < 500 {
			e.suspendedTill = now.Add(suspendedSeconds * time.Second)
		}
		return "", refusal(503, "upstream_auth")
	}
	var seconds int
	if json.Unmarshal(answer["expires_in"], &seconds) != nil || seconds <= 0 {
		seconds = 300
	}
	e.token, e.suspendedTill = token, time.Time{}
	e.tokenEnds = now.Add(time.Duration(seconds) * time.Second / 2)
	return token, nil
}

// fetch returns the status, and the JSON object of a 200; an empty one where there is none.
func (e *enkash) fetch(method, address string, body io.Reader, header http.Header) (int, map[string]json.RawMessage, error) {
	deadline, cancel := context.WithTimeout(context.Background(), e.timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(deadline, method, address, body)
	if err != nil {
		return 0, nil, refusal(500, "internal_error")
	}
	request.Header = header
	response, err := e.client.Do(request)
	if err != nil {
		return 0, nil, failure(err)
	}
	defer response.Body.Close()
	if response.StatusCode != 200 {
		return response.StatusCode, nil, nil
	}
	answer, err := io.ReadAll(io.LimitReader(response.Body, answerLimit+1))
	if err != nil {
		return 0, nil, failure(err)
	}
	var object map[string]json.RawMessage
	if len(answer) > answerLimit || !isJSON(response.Header) || !utf8.Valid(answer) || json.Unmarshal(answer, &object) != nil {
		return 0, nil, refusal(502, "invalid_upstream_response")
	}
	return 200, object, nil
}

// failure leaves out Go's own text, which contains the address.
func failure(err error) error {
	var timeout net.Error
	if errors.As(err, &timeout) && timeout.Timeout() {
		return refusal(504, "upstream_timeout")
	}
	return refusal(503, "upstream_down")
}

// text is a JSON string's value; empty for any other value.
func text(value json.RawMessage) string {
	var decoded string
	_ = json.Unmarshal(value, &decoded)
	return decoded
}
