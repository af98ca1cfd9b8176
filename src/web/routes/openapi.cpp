// SPDX-License-Identifier: Apache-2.0
// The description of the routes for programs: OpenAPI 3.1, made from the table of endpoints. What a page
// answers as JSON is its view model, an object of texts, flags, lists and objects that tells its own names;
// so are the fields of a form told by the page that offers it.
#include <algorithm>
#include <map>

#include "web/routes/endpoints.hpp"
#include "web/session/answering.hpp"

namespace smm::web {
namespace {

using render::View;
using List = View::List;

View one(std::string name, View value) {
  View view;
  view.set(std::move(name), std::move(value));
  return view;
}

View refer(const std::string& to) {
  return one("$ref", "#/components/" + to);
}

View text_schema(const std::string& pattern = "") {
  View schema = one("type", "string");
  if (!pattern.empty()) schema.set("pattern", pattern);
  return schema;
}

// ---- Paths

struct PathShown {
  std::string path;  // "/rounds/{round}"
  List parameters = {};
};

// As route_pattern.hpp says what each type takes.
std::string taken_by(std::string_view type) {
  if (type == "id") return "^[a-z2-7]{26}$";
  if (type == "number") return "^[0-9]{1,18}$";
  if (type == "word") return "^[a-z0-9_.-]{1,64}$";
  return type == "rest" ? "^.+$" : "^[^/]+$";
}

View path_parameter(const std::string& name, std::string_view type) {
  View view = one("name", name);
  view.set("in", "path").set("required", true).set("schema", text_schema(taken_by(type)));
  return view;
}

// "/rounds/{round:word}": "/rounds/{round}" and its parameter.
PathShown path_shown(std::string_view pattern) {
  PathShown shown;
  for (std::size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{')) {
    const std::size_t close = pattern.find('}');
    const std::string_view inside = pattern.substr(open + 1, close - open - 1);
    const std::size_t colon = inside.find(':');
    const std::string name(inside.substr(0, colon));
    shown.parameters.push_back(
        path_parameter(name, colon == std::string_view::npos ? "" : inside.substr(colon + 1)));
    shown.path += std::string(pattern.substr(0, open)) + "{" + name + "}";
    pattern.remove_prefix(close + 1);
  }
  shown.path += pattern;
  return shown;
}

// ---- Operations

bool is_post(const Endpoint& endpoint) {
  return endpoint.method == http::Method::post;
}

View form_schema(bool with_token) {
  View schema = one("type", "object");
  schema.set("properties", one("csrf", text_schema()));
  if (with_token) schema.set("required", List{"csrf"});
  return one("schema", std::move(schema));
}

View body_of(const Endpoint& endpoint) {
  const bool with_token = endpoint.access.door != Door::anyone;
  View types;
  types.set("application/x-www-form-urlencoded", form_schema(with_token));
  types.set("multipart/form-data", form_schema(with_token));
  View body = one("required", with_token);
  body.set("content", std::move(types));
  return body;
}

// What comes of the act, and why a request may not be let in.
View responses_of(const Endpoint& endpoint) {
  const bool closed = endpoint.access.door != Door::anyone;
  View responses;
  responses.set("200", refer("responses/Shown")).set("303", refer("responses/GoOn"));
  const auto refused = [&](const char* status) { responses.set(status, refer("responses/Refused")); };
  if (is_post(endpoint)) refused("400");
  if (closed) refused("401");
  if (closed || is_post(endpoint)) refused("403");
  refused("404");
  if (is_post(endpoint)) refused("409");
  if (is_post(endpoint)) refused("422");
  refused("503");
  return responses;
}

List security_of(const Access& access) {
  return access.door == Door::anyone ? List{} : List{one("session", List{})};
}

View operation_of(const Endpoint& endpoint) {
  std::string words = endpoint.name;
  std::ranges::replace(words, '_', ' ');
  View view = one("operationId", endpoint.name);
  view.set("summary", words).set("security", security_of(endpoint.access));
  if (!endpoint.access.rights.empty())
    view.set("x-rights", render::views(endpoint.access.rights, [](auto right) { return to_string(right); }));
  view.set("x-confirmed", endpoint.access.confirmed);
  if (is_post(endpoint)) view.set("requestBody", body_of(endpoint));
  view.set("responses", responses_of(endpoint));
  return view;
}

View paths_of(const std::vector<Endpoint>& endpoints) {
  std::map<std::string, std::vector<const Endpoint*>> by_pattern;
  for (const Endpoint& endpoint : endpoints) by_pattern[endpoint.pattern].push_back(&endpoint);
  View paths;
  for (const auto& [pattern, held] : by_pattern) {
    PathShown shown = path_shown(pattern);
    View path;
    if (!shown.parameters.empty()) path.set("parameters", std::move(shown.parameters));
    for (const Endpoint* endpoint : held)
      path.set(is_post(*endpoint) ? "post" : "get", operation_of(*endpoint));
    paths.set(std::move(shown.path), std::move(path));
  }
  return paths;
}

// ---- Components

View response_view(const char* about, const char* schema) {
  View types;
  types.set("application/json", one("schema", refer(std::string("schemas/") + schema)));
  types.set("text/html", one("schema", text_schema()));
  View view = one("description", about);
  view.set("content", std::move(types));
  return view;
}

View responses_view() {
  View responses;
  responses.set("Shown", response_view("The page, or its view model; of a file, its bytes", "View"));
  responses.set("GoOn", one("description", "Taken; Location tells the page that follows"));
  responses.set("Refused", response_view("Why it was not done", "Problems"));
  return responses;
}

View object_of(std::vector<std::pair<std::string, View>> properties) {
  View held;
  List required;
  for (auto& [name, schema] : properties) {
    required.emplace_back(name);
    held.set(name, std::move(schema));
  }
  View view = one("type", "object");
  view.set("required", std::move(required)).set("properties", std::move(held));
  return view;
}

// As answering.cpp writes them.
View schemas_view() {
  View problems = one("type", "array");
  problems.set("items", object_of({{"code", text_schema()}, {"sentence", text_schema()}}));
  View schemas;
  schemas.set("View", one("type", "object"));
  schemas.set("Problems", object_of({{"status", text_schema()}, {"problems", std::move(problems)}}));
  return schemas;
}

View components_view() {
  View cookie = one("type", "apiKey");
  cookie.set("in", "cookie").set("name", "__Host-smm");
  View components;
  components.set("securitySchemes", one("session", std::move(cookie)));
  components.set("responses", responses_view()).set("schemas", schemas_view());
  return components;
}

std::string openapi_json(const std::vector<Endpoint>& endpoints, const std::string& version) {
  View about = one("title", "Social Mission Metrics");
  about.set("version", version);
  View license = one("name", "Apache-2.0");
  license.set("identifier", "Apache-2.0");
  about.set("license", std::move(license));
  View document = one("openapi", "3.1.0");
  document.set("info", std::move(about)).set("servers", List{one("url", "/")});
  document.set("paths", paths_of(endpoints)).set("components", components_view());
  return json_of(document);
}

}  // namespace

void add_openapi(std::vector<Endpoint>& endpoints, const std::string& version) {
  endpoints.push_back(get("/openapi.json", "openapi", for_anyone(), Act()));
  endpoints.back().act = [json = openapi_json(endpoints, version)](const Call&) -> base::Result<Reply> {
    http::Response response{200, {}, json};
    response.headers.add("Content-Type", "application/json; charset=utf-8");
    return Reply(Raw{std::move(response)});
  };
}

}  // namespace smm::web
