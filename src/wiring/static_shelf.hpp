// SPDX-License-Identifier: Apache-2.0
// Styles, scripts and pictures of content/static, held in memory and served under names that change with
// their content: /static/app.3f9ac2d1.css.
#pragma once

#include <list>
#include <string>

#include "app/content.hpp"
#include "web/http/router.hpp"
#include "web/session/site.hpp"

namespace smm::wiring {

class StaticShelf {
 public:
  // A content without app.css, app.js, htmx.min.js and favicon.svg is a broken installation:
  // EnvironmentError.
  explicit StaticShelf(const app::Content& content);

  const web::Assets& assets() const { return assets_; }

  // The shelf outlives the router.
  void add_to(web::http::Router& router) const;

 private:
  struct File {
    std::string path;
    std::string type;
    std::string bytes;
  };

  std::string path_of(std::string_view name) const;

  std::list<File> files_;
  web::Assets assets_;
};

}  // namespace smm::wiring
