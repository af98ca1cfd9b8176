// SPDX-License-Identifier: Apache-2.0
// Files that are built into the program (styles, scripts, pictures), served from memory with a strong ETag.
// Each is compressed once, when it is added, and the smaller form is kept where it is worth it.
#pragma once

#include <string>
#include <string_view>

#include "web/http/router.hpp"

namespace smm::web::http {

enum class Caching {
  revalidate,  // ask each time; usually answered with 304
  forever      // the name changes with the content ("site.3f9ac2d1.css"): never asked for again
};

struct StaticFile {
  std::string path;          // such as "/static/site.3f9ac2d1.css"
  std::string_view bytes;    // outlive the router
  std::string content_type;  // with charset where it is text
  Caching caching = Caching::revalidate;
};

// One route for GET (and so HEAD) at exactly this path.
void add_static_file(Router& router, const StaticFile& file);

// The type for the ending of a name that this house serves; "application/octet-stream" for any other.
std::string_view content_type_of(std::string_view name);

}  // namespace smm::web::http
