// SPDX-License-Identifier: Apache-2.0
#include "render/html.hpp"

#include <kainjow/mustache.hpp>

#include "base/assert.hpp"
#include "base/environment_error.hpp"

namespace smm::render {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

constexpr int deepest_inclusion = 20;

using Sources = std::map<std::string, std::string, std::less<>>;

[[noreturn]] void refuse(std::string_view name, const std::string& why) {
  throw base::EnvironmentError("template " + std::string(name) + ": " + why);
}

// The word after `keyword` when `tag` is "{{keyword word}}", else empty.
std::string_view word_after(std::string_view tag, std::string_view keyword) {
  if (!tag.starts_with(keyword)) return {};
  tag.remove_prefix(keyword.size());
  const std::size_t begin = tag.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return tag.substr(begin, tag.find_last_not_of(' ') - begin + 1);
}

std::string resolved(const Sources& sources, std::string_view name, const Texts& texts, int depth);

std::string replacement(const Sources& sources, std::string_view name, std::string_view tag,
                        const Texts& texts, int depth) {
  if (tag.starts_with('!')) return {};
  if (const auto part = word_after(tag, ">"); !part.empty()) return resolved(sources, part, texts, depth + 1);
  if (const auto key = word_after(tag, "text "); !key.empty()) {
    if (!texts.has(key)) refuse(name, "there is no text " + std::string(key));
    return escape_html(texts(key));
  }
  return "{{" + std::string(tag) + "}}";
}

// The template with every {{> name}} and {{text key}} replaced, and without comments.
std::string resolved(const Sources& sources, std::string_view name, const Texts& texts, int depth) {
  const auto source = sources.find(name);
  if (source == sources.end()) refuse(name, "there is no such template");
  if (depth > deepest_inclusion) refuse(name, "it includes itself");
  const std::string_view text = source->second;
  std::string out;
  std::size_t from = 0;
  for (std::size_t open = text.find("{{"); open != std::string_view::npos; open = text.find("{{", from)) {
    const std::size_t close = text.find("}}", open);
    if (close == std::string_view::npos) refuse(name, "a tag does not end");
    out.append(text, from, open - from);
    out += replacement(sources, name, text.substr(open + 2, close - open - 2), texts, depth);
    from = close + 2;
  }
  return out.append(text, from);
}

data mustache_value(const View& view) {
  const auto& content = view.content();
  if (const auto* text = std::get_if<std::string>(&content)) return text->empty() ? data(false) : data(*text);
  if (const auto* flag = std::get_if<bool>(&content)) return data(*flag);
  if (const auto* entries = std::get_if<View::List>(&content)) {
    data all(data::type::list);
    for (const View& entry : *entries) all.push_back(mustache_value(entry));
    return all;
  }
  data object(data::type::object);
  for (const auto& [name, value] : std::get<View::Map>(content)) object.set(name, mustache_value(value));
  return object;
}

// Finds names as mustache does, but a name that no level of the view has is a slip of ours: mustache would
// print nothing and say nothing.
class StrictContext final : public kainjow::mustache::context<std::string> {
 public:
  explicit StrictContext(const data* view) : context(view) {}

  const data* get(const std::string& name) const override {
    const data* found = context::get(name);
    if (found == nullptr) base::belief_broken(("view has " + name).c_str(), __FILE__, __LINE__);
    return found;
  }
};

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string css_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"')
      out += "\\22 ";
    else if (c == '\\')
      out += "\\5c ";
    else if (c == '<')
      out += "\\3c ";
    else if (c == '\n')
      out += "\\a ";
    else
      out += c;
  }
  return out + "\"";
}

Templates::Templates(const std::vector<TemplateText>& sources, const Texts& texts) {
  Sources by_name;
  for (const TemplateText& source : sources) by_name.emplace(source.name, source.text);
  for (const auto& [name, text] : by_name) {
    std::string page = resolved(by_name, name, texts, 0);
    const mustache parsed(page);
    if (!parsed.is_valid()) refuse(name, parsed.error_message());
    pages_.emplace(name, std::move(page));
  }
}

std::string Templates::render(std::string_view name, const View& view) const {
  const auto page = pages_.find(name);
  if (page == pages_.end()) refuse(name, "there is no such template");
  mustache parsed(page->second);
  parsed.set_custom_escape([](const std::string& text) { return escape_html(text); });
  const data values = mustache_value(view);
  StrictContext context(&values);
  return parsed.render(context);
}

}  // namespace smm::render
