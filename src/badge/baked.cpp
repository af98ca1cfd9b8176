// SPDX-License-Identifier: Apache-2.0
#include "badge/baked.hpp"

#include <zlib.h>

#include <optional>

#include "badge/png_chunk.hpp"
#include "badge/problems.hpp"
#include "base/assert.hpp"

namespace smm::badge {
namespace {

constexpr std::string_view svg_name = "openbadges:credential";
constexpr std::string_view svg_namespace = "https://purl.imsglobal.org/ob/v3p0";
constexpr std::string_view cdata_begin = "<![CDATA[";
constexpr std::string_view cdata_end = "]]>";
constexpr std::string_view png_keyword = "openbadgecredential";

// "]]>" would end the section in the midst of the JSON: it is spread over two.
std::string as_cdata(std::string_view json) {
  std::string text(cdata_begin);
  std::size_t at = 0;
  for (std::size_t end; (end = json.find(cdata_end, at)) != std::string_view::npos; at = end + 2)
    text += std::string(json.substr(at, end + 2 - at)) + std::string(cdata_end) + std::string(cdata_begin);
  return text + std::string(json.substr(at)) + std::string(cdata_end);
}

std::string without_entities(std::string_view text) {
  constexpr std::pair<std::string_view, char> entities[] = {
      {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&amp;", '&'}};
  std::string out;
  while (!text.empty()) {
    std::size_t taken = 1;
    char c = text.front();
    for (const auto& [name, meaning] : entities) {
      if (!text.starts_with(name)) continue;
      taken = name.size();
      c = meaning;
    }
    out += c;
    text.remove_prefix(taken);
  }
  return out;
}

// Characters and CDATA sections, one after the other.
std::optional<std::string> element_text(std::string_view inner) {
  std::string out;
  while (!inner.empty()) {
    const std::size_t begin = std::min(inner.find(cdata_begin), inner.size());
    out += without_entities(inner.substr(0, begin));
    if (begin == inner.size()) break;
    const std::size_t from = begin + cdata_begin.size();
    const std::size_t end = inner.find(cdata_end, from);
    if (end == std::string_view::npos) return std::nullopt;
    out += inner.substr(from, end - from);
    inner.remove_prefix(end + cdata_end.size());
  }
  return out;
}

std::optional<std::string> from_svg(std::string_view svg) {
  const std::size_t begin = svg.find("<" + std::string(svg_name));
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t opened = svg.find('>', begin);
  const std::size_t end = svg.find("</" + std::string(svg_name), begin);
  if (opened == std::string_view::npos || end == std::string_view::npos || end < opened) return std::nullopt;
  return element_text(svg.substr(opened + 1, end - opened - 1));
}

std::string badge_chunk(std::string_view json) {
  // Keyword, not compressed, no language, no translated keyword.
  return png_chunk("iTXt", std::string(png_keyword) + std::string(5, '\0') + std::string(json));
}

std::optional<std::string> from_png(std::string_view png) {
  std::optional<std::string> json;
  const bool whole = each_png_chunk(png, [&](std::string_view type, std::string_view content) {
    const std::string head = std::string(png_keyword) + std::string(3, '\0');
    if (type != "iTXt" || !content.starts_with(head)) return;
    // Behind the flags stand a language and a translated keyword, each ended by a zero.
    const std::size_t language = content.find('\0', head.size());
    const std::size_t translated =
        language == std::string_view::npos ? language : content.find('\0', language + 1);
    if (translated != std::string_view::npos) json = std::string(content.substr(translated + 1));
  });
  return whole ? json : std::nullopt;
}

}  // namespace

std::string baked_svg(std::string_view svg, std::string_view json) {
  SMM_ASSERT(svg.starts_with("<svg "));
  const std::size_t inside = svg.find('>');
  SMM_ASSERT(inside != std::string_view::npos);
  return "<svg xmlns:openbadges=\"" + std::string(svg_namespace) + "\"" +
         std::string(svg.substr(4, inside - 3)) + "<" + std::string(svg_name) + ">" + as_cdata(json) + "</" +
         std::string(svg_name) + ">" + std::string(svg.substr(inside + 1));
}

std::string baked_png(std::string_view png, std::string_view json) {
  SMM_ASSERT(png.starts_with(png_signature));
  const std::size_t after_header = png_signature.size() + png_header_size;
  return std::string(png.substr(0, after_header)) + badge_chunk(json) + std::string(png.substr(after_header));
}

base::Result<std::string> unbaked(std::string_view file) {
  const auto nothing = [](const std::string& what) { return base::Problem(problem::badge_not_found, what); };
  if (file.starts_with(png_signature)) {
    auto json = from_png(file);
    return json ? base::Result<std::string>(std::move(*json)) : nothing("there is no badge in this PNG");
  }
  const std::size_t begin = file.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  if (begin == std::string_view::npos) return nothing("the file is empty");
  if (file[begin] == '<') {
    auto json = from_svg(file);
    return json ? base::Result<std::string>(std::move(*json)) : nothing("there is no badge in this SVG");
  }
  return std::string(file.substr(begin));
}

}  // namespace smm::badge
