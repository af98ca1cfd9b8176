// SPDX-License-Identifier: Apache-2.0
// An endpoint: a method and a path, who may come in, and what it does. The list of all endpoints is data: the
// router, the API description, the table of routes and rights in the documentation and the tests of every
// route with every role are made from it.
//
// Around each of them (mount.hpp) stands one wrapper that decides: session, second factor, rights, form
// token, transaction errors, page or JSON. An endpoint that names no door does not compile.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/installation/actor.hpp"
#include "app/installation/open_sheet.hpp"
#include "render/view.hpp"
#include "web/http/cookies.hpp"
#include "web/http/request.hpp"
#include "web/http/response.hpp"
#include "web/http/router.hpp"
#include "web/session/form_body.hpp"
#include "web/session/site.hpp"

namespace smm::web {

enum class Door : std::uint8_t {
  anyone,     // signed in or not
  signed_in,  // any person
  office,     // an office right; captures nothing
  school      // a right at one school in one round: the pattern has {round} and {school}, their codes
};

struct Access {
  Door door;
  std::vector<assessment::Right> rights = {};  // office, school: any of them opens
  bool confirmed = false;                      // a dangerous act: who it is was proven minutes ago
};

inline Access for_anyone() {
  return {Door::anyone};
}
inline Access for_signed_in() {
  return {Door::signed_in};
}
inline Access for_office(assessment::Right right) {
  return {Door::office, {right}};
}
inline Access for_school(assessment::Right right) {
  return {Door::school, {right}};
}
inline Access for_school(std::vector<assessment::Right> any_of) {
  return {Door::school, std::move(any_of)};
}
inline Access confirmed(Access access) {
  access.confirmed = true;
  return access;
}

// The sheet that an endpoint behind the school door is about.
struct Where : app::OpenSheet {
  std::string path() const { return "/rounds/" + round.code + "/schools/" + school.code; }
};

// A request that was let in.
struct Call {
  const Site& site;
  const http::Request& request;
  base::Instant now;
  std::optional<app::Actor> actor = std::nullopt;  // there, but for Door::anyone
  std::string session_token = {};                  // from the cookie; of a live session only
  assessment::Standing standing = {};              // at the school, or in the office
  std::optional<Where> where = std::nullopt;       // there behind Door::school
  FormBody form = {};                              // fields and files of a POST

  app::Installation& installation() const { return site.installation; }
  const render::Texts& texts() const { return site.pages.texts; }
  std::string csrf() const;  // the token that this session's forms carry; empty without a session
};

// ---- What an endpoint answers.

struct Crumb {
  std::string label;
  std::string path;
};

// A page, or as JSON its view model. The wrapper adds what templates/ui_page_open.mustache asks for: the
// frame.
struct Page {
  std::string name;  // of the template; the document's title is the text <name>.title unless `title` is set
  render::View view;
  std::string title = {};
  std::vector<Crumb> crumbs = {};
  int status = 200;
};

// A piece of a page, for htmx; without it (or as JSON) the same view model.
struct Fragment {
  std::string name;
  render::View view;
  int status = 200;
};

// 303 after a form was taken. `notice` is a key below notice.* that the next page says.
struct Redirect {
  std::string path;
  std::string notice = {};
};

// Anything else: a download, a cookie to set.
struct Raw {
  http::Response response;
};

struct Reply {
  std::variant<Page, Fragment, Redirect, Raw> what;
  std::vector<http::Cookie> cookies = {};  // to set
  std::vector<std::string> dropped = {};   // names of cookies that go

  template <class T>
    requires(!std::same_as<std::remove_cvref_t<T>, Reply>)
  Reply(T&& answer) : what(std::forward<T>(answer)) {}
};

using Act = std::function<base::Result<Reply>(const Call&)>;

// Finishes later, from any thread and without waiting: with what makes the reply on a worker, or an
// exception.
class Finish {
 public:
  using Make = std::function<base::Result<Reply>(const Call&)>;

  virtual ~Finish() = default;
  virtual void with(Make make) = 0;
  virtual void fail(std::exception_ptr error) = 0;
};
using ActLater = std::function<void(const Call&, std::shared_ptr<Finish>)>;

struct Endpoint {
  http::Method method = http::Method::get;
  std::string pattern;
  std::string name;  // "save_answer"
  Access access;
  std::variant<Act, ActLater> act;
  std::optional<std::uint64_t> body_limit = std::nullopt;
};

// Shorter ways to say them.
Endpoint get(std::string pattern, std::string name, Access access, Act act);
Endpoint post(std::string pattern, std::string name, Access access, Act act);
Endpoint post_later(std::string pattern, std::string name, Access access, ActLater act);

}  // namespace smm::web
