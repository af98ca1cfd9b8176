// SPDX-License-Identifier: Apache-2.0
// The body of a form with files: multipart/form-data (RFC 7578) as browsers write it (the HTML standard:
// names are UTF-8, with %22, %0D and %0A for quote, CR and LF). Its size is limited before, by the route's
// body limit; files are views into the request's body.
//
// Strict: nothing before the first boundary, nothing after the last but a line break; CRLF everywhere; one
// Content-Disposition in each part with one name; no Content-Transfer-Encoding, no filename*. Refused: 415
// for another Content-Type, 413 beyond the limits, 400 for the rest.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "web/http/form.hpp"
#include "web/http/parameters.hpp"
#include "web/http/refusal.hpp"
#include "web/http/request.hpp"

namespace smm::web::http {

struct MultipartLimits {
  std::size_t parts = 100;
  std::size_t part_head = 4 * 1024;  // bytes of a part's header fields
  FormLimits form = {};              // of a part that is no file; its fields are counted by `parts`
};

struct SentFile {
  std::string field;
  std::string name;  // made plain: see file_name.hpp
  std::string type;  // what the client says that it is: not to be believed
  std::string_view bytes;
};

struct MultipartForm {
  Parameters fields;
  std::vector<SentFile> files;  // without those of fields in which no file was chosen
};

// The request outlives what is given.
std::variant<MultipartForm, Refusal> read_multipart(const Request& request,
                                                    const MultipartLimits& limits = {});

}  // namespace smm::web::http
