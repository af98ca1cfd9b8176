// SPDX-License-Identifier: Apache-2.0
#include "web/http/target.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "web/http/ascii.hpp"

namespace smm::web::http {
namespace {

bool is_visible(char letter) {
  return letter > ' ' && letter < '\x7F';
}

// %2F, %5C and their lower-case forms: a path whose segments depend on who decodes first.
bool has_escaped_slash(std::string_view path) {
  for (auto at = path.find('%'); at != std::string_view::npos; at = path.find('%', at + 1)) {
    const std::string_view code = path.substr(at + 1, 2);
    if (equal_ignoring_case(code, "2f") || equal_ignoring_case(code, "5c")) return true;
  }
  return false;
}

bool has_dot_segment(std::string_view path) {
  const auto segments = pieces(path, '/');
  return std::ranges::any_of(segments, [](std::string_view part) { return part == "." || part == ".."; });
}

std::optional<Refusal> read_path(std::string_view path, Request& request) {
  if (has_escaped_slash(path)) return Refusal{400, "escaped slash in the path"};
  auto decoded = percent_decoded(path, false);
  if (!decoded) return Refusal{400, "broken escape in the path"};
  if (has_control_character(*decoded, false)) return Refusal{400, "control character in the path"};
  if (has_dot_segment(*decoded)) return Refusal{400, "dot segment in the path"};
  request.path = std::move(*decoded);
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> read_target(std::string_view target, Request& request) {
  if (!std::ranges::all_of(target, is_visible)) return Refusal{400, "bad character in the target"};
  if (!target.starts_with('/')) return Refusal{400, "the target must begin with a slash"};
  if (target.find_first_of("#\\") != std::string_view::npos)
    return Refusal{400, "bad character in the target"};
  const auto mark = std::min(target.find('?'), target.size());
  if (auto refused = read_path(target.substr(0, mark), request)) return refused;
  auto query = parse_parameters(target.substr(std::min(mark + 1, target.size())));
  if (!query) return Refusal{400, "broken escape in the query"};
  request.query = std::move(*query);
  request.target = target;
  return std::nullopt;
}

}  // namespace smm::web::http
