// SPDX-License-Identifier: Apache-2.0
#include "web/http/refused_requests_test.hpp"

#include <string_view>

namespace smm::web::http::testing {
namespace {

using namespace std::string_literals;

// One header line or more after a good request line and Host.
std::string with(const std::string& lines) {
  return "POST /x HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n";
}
std::string to(const std::string& target) {
  return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
}
std::string hosted(const std::string& lines) {
  return "GET /x HTTP/1.1\r\n" + lines + "\r\n";
}
std::string chunks(const std::string& body) {
  return with("Transfer-Encoding: chunked\r\n") + body;
}

std::vector<RequestCase> framing_cases() {
  return {
      {"one length", with("Content-Length: 3\r\n") + "abc", 200},
      {"length 0", with("Content-Length: 0\r\n"), 200},
      {"length with leading zeros", with("Content-Length: 003\r\n") + "abc", 200},
      {"two equal lengths", with("Content-Length: 3\r\nContent-Length: 3\r\n") + "abc", 400},
      {"two different lengths", with("Content-Length: 3\r\nContent-Length: 4\r\n") + "abcd", 400},
      {"a list of equal lengths", with("Content-Length: 3, 3\r\n") + "abc", 400},
      {"a length with a sign", with("Content-Length: +3\r\n") + "abc", 400},
      {"a negative length", with("Content-Length: -1\r\n"), 400},
      {"a hexadecimal length", with("Content-Length: 0x3\r\n") + "abc", 400},
      {"an empty length", with("Content-Length:\r\n"), 400},
      {"a length above 2^64", with("Content-Length: 18446744073709551619\r\n") + "abc", 400},
      {"length before coding", with("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n",
       400},
      {"coding before length", with("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n") + "0\r\n\r\n",
       400},
      {"coding gzip, chunked", with("Transfer-Encoding: gzip, chunked\r\n") + "0\r\n\r\n", 400},
      {"coding gzip", with("Transfer-Encoding: gzip\r\n") + "0\r\n\r\n", 400},
      {"coding chunked, identity", with("Transfer-Encoding: chunked, identity\r\n") + "0\r\n\r\n", 400},
      {"coding xchunked", with("Transfer-Encoding: xchunked\r\n") + "0\r\n\r\n", 400},
      {"coding with a tab inside", with("Transfer-Encoding: chun\tked\r\n") + "0\r\n\r\n", 400},
      {"coding in quotes", with("Transfer-Encoding: \"chunked\"\r\n") + "0\r\n\r\n", 400},
      {"coding with a vertical tab",
       with("Transfer-Encoding: \x0b"s
            "chunked\r\n") +
           "0\r\n\r\n",
       400},
      {"coding twice", with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n",
       400},
      {"coding twice, one empty", with("Transfer-Encoding: chunked\r\nTransfer-Encoding:\r\n") + "0\r\n\r\n",
       400},
      {"coding in HTTP/1.0", "POST /x HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"a space before the colon", with("Transfer-Encoding : chunked\r\n") + "0\r\n\r\n", 400},
  };
}

std::vector<RequestCase> chunk_cases() {
  return {
      {"two chunks", chunks("3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n"), 200},
      {"no chunk but the last", chunks("0\r\n\r\n"), 200},
      {"coding in capitals", with("TRANSFER-ENCODING: CHUNKED\r\n") + "1\r\na\r\n0\r\n\r\n", 200},
      {"a chunk extension", chunks("3;a=b\r\nabc\r\n0\r\n\r\n"), 400},
      {"a space after the size", chunks("3 \r\nabc\r\n0\r\n\r\n"), 400},
      {"a space before the size", chunks(" 3\r\nabc\r\n0\r\n\r\n"), 400},
      {"an empty size", chunks("\r\nabc\r\n0\r\n\r\n"), 400},
      {"a size with 0x", chunks("0x3\r\nabc\r\n0\r\n\r\n"), 400},
      {"a negative size", chunks("-3\r\nabc\r\n0\r\n\r\n"), 400},
      {"a size of 16 digits", chunks("0000000000000003\r\nabc\r\n0\r\n\r\n"), 400},
      {"a size above the limit", chunks("FFFFFFFFFFFFFFF\r\nabc\r\n0\r\n\r\n"), 413},
      {"LF alone after the size", chunks("3\nabc\r\n0\r\n\r\n"), 400},
      {"CR alone after the size", chunks("3\rabc\r\n0\r\n\r\n"), 400},
      {"a chunk longer than its size", chunks("3\r\nabcd\r\n0\r\n\r\n"), 400},
      {"LF alone after a chunk", chunks("3\r\nabc\n0\r\n\r\n"), 400},
      {"a trailer", chunks("0\r\nX: y\r\n\r\n"), 400},
      {"a trailer that is a length", chunks("0\r\nContent-Length: 3\r\n\r\n"), 400},
  };
}

std::vector<RequestCase> head_cases() {
  return {
      {"header names in any case", "GET /x HTTP/1.1\r\nhOsT: a\r\n\r\n", 200},
      {"a tab in a value", hosted("Host: a\r\nX: a\tb\r\n"), 200},
      {"bytes above 127 in a value", hosted("Host: a\r\nX: \xC3\xA9\r\n"), 200},
      {"LF alone ends a line", "GET /x HTTP/1.1\nHost: a\n\n", 400},
      {"LF alone inside the head", hosted("Host: a\r\nX: y\nZ: z\r\n"), 400},
      {"CR alone inside a value", hosted("Host: a\r\nX: y\rZ: z\r\n"), 400},
      {"CR CR LF", "GET /x HTTP/1.1\r\r\nHost: a\r\n\r\n", 400},
      {"a folded line", hosted("Host: a\r\nX: y\r\n z\r\n"), 400},
      {"a line folded with a tab", hosted("Host: a\r\nX: y\r\n\tz\r\n"), 400},
      {"a folded coding", with("Transfer-Encoding:\r\n chunked\r\n") + "0\r\n\r\n", 400},
      {"an indented first header", "GET /x HTTP/1.1\r\n Host: a\r\n\r\n", 400},
      {"NUL in a value", hosted("Host: a\r\nX: y\0z\r\n"s), 400},
      {"NUL in a name", hosted("Host: a\r\nX\0: y\r\n"s), 400},
      {"DEL in a value", hosted("Host: a\r\nX: \x7F\r\n"), 400},
      {"a control character in a value", hosted("Host: a\r\nX: \x01\r\n"), 400},
      {"a line without a colon", hosted("Host: a\r\nX\r\n"), 400},
      {"a line without a name", hosted("Host: a\r\n: y\r\n"), 400},
      {"a name with a bracket", hosted("Host: a\r\nX[]: y\r\n"), 400},
      {"a name with a byte above 127", hosted("Host: a\r\nX\xC3\xA9: y\r\n"), 400},
      {"an empty line first", "\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"a TLS greeting", "\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03"s, 400},
      {"an unknown expectation", with("Expect: a-pony\r\n"), 417},
  };
}

std::vector<RequestCase> host_cases() {
  return {
      {"no Host in HTTP/1.1", "GET /x HTTP/1.1\r\n\r\n", 400},
      {"no Host in HTTP/1.0", "GET /x HTTP/1.0\r\n\r\n", 200},
      {"two Hosts", hosted("Host: a\r\nHost: a\r\n"), 400},
      {"two Hosts in HTTP/1.0", "GET /x HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", 400},
      {"an empty Host", hosted("Host:\r\n"), 400},
      {"a Host with a port", hosted("Host: a.example:8080\r\n"), 200},
      {"an IPv6 Host", hosted("Host: [::1]:8080\r\n"), 200},
      {"a Host with a user", hosted("Host: a@b\r\n"), 400},
      {"a Host with a path", hosted("Host: a/b\r\n"), 400},
      {"a Host with a space", hosted("Host: a b\r\n"), 400},
      {"a Host with a comma", hosted("Host: a,b\r\n"), 400},
      {"a Host with a wrong port", hosted("Host: a:99999\r\n"), 400},
      {"a Host with an empty port", hosted("Host: a:\r\n"), 400},
  };
}

std::vector<RequestCase> request_line_cases() {
  return {
      {"an escaped space", to("/x?q=a%20b"), 200},
      {"two spaces", "GET  /x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"a space in the target", to("/x y"), 400},
      {"a tab for a space", "GET\t/x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"no version", "GET /x\r\nHost: a\r\n\r\n", 400},
      {"HTTP/2.0", "GET /x HTTP/2.0\r\nHost: a\r\n\r\n", 505},
      {"HTTP/1.2", "GET /x HTTP/1.2\r\nHost: a\r\n\r\n", 505},
      {"HTTP/2 greeting", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"a version in small letters", "GET /x http/1.1\r\nHost: a\r\n\r\n", 400},
      {"a version of three digits", "GET /x HTTP/1.10\r\nHost: a\r\n\r\n", 400},
      {"an unknown method", "BREW /x HTTP/1.1\r\nHost: a\r\n\r\n", 501},
      {"a method in small letters", "get /x HTTP/1.1\r\nHost: a\r\n\r\n", 501},
      {"TRACE", "TRACE /x HTTP/1.1\r\nHost: a\r\n\r\n", 501},
      {"CONNECT", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 501},
      {"an absolute target", to("http://a/x"), 400},
      {"an asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"a target without a slash", to("x"), 400},
      {"a fragment", to("/x#y"), 400},
      {"a backslash", to("/x\\y"), 400},
      {"a byte above 127", to("/x\xC3\xA9"), 400},
      {"NUL in the target", to("/x\0y"s), 400},
      {"an escaped NUL", to("/x%00"), 400},
      {"an escaped NUL in the query", to("/x?a=%00"), 400},
      {"an escaped line break", to("/x%0d%0aX"), 400},
      {"a broken escape", to("/x%4"), 400},
      {"an escape with no digits", to("/x%zz"), 400},
      {"a broken escape in the query", to("/x?a=%"), 400},
      {"an escape that is no UTF-8", to("/x%ff"), 400},
      {"an overlong slash", to("/x%c0%af"), 400},
      {"two dots", to("/a/../x"), 400},
      {"two dots at the end", to("/x/.."), 400},
      {"one dot", to("/./x"), 400},
      {"escaped dots", to("/a/%2e%2e/x"), 400},
      {"an escaped slash", to("/a%2Fx"), 400},
      {"an escaped backslash", to("/a%5cx"), 400},
  };
}

}  // namespace

const std::vector<RequestCase>& request_cases() {
  static const std::vector<RequestCase> cases = [] {
    std::vector<RequestCase> all;
    for (const auto& some :
         {framing_cases(), chunk_cases(), head_cases(), host_cases(), request_line_cases()})
      all.insert(all.end(), some.begin(), some.end());
    return all;
  }();
  return cases;
}

}  // namespace smm::web::http::testing
