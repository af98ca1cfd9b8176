// SPDX-License-Identifier: Apache-2.0
// Names of files that come from or go to somebody's own machine. A name never becomes a path here: it is kept
// as a text beside the content.
#pragma once

#include <string>
#include <string_view>

namespace smm::web::http {

inline constexpr std::size_t longest_file_name = 150;  // bytes; with room for what other systems add

// A name that any system can write: without folders, control characters, the characters < > : " | ? * and
// marks that turn the writing direction (they can make "exe.fdp" look like "pdf.exe"); it neither begins with
// a dot nor ends with a dot or space, and keeps its ending when it is cut. "file" when nothing is left. What
// is no UTF-8 must not come here.
std::string plain_file_name(std::string_view name);

// "attachment; filename=..." with filename*= where the name is not ASCII (RFC 6266, RFC 8187).
std::string attachment_disposition(std::string_view file_name);

}  // namespace smm::web::http
