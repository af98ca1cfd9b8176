// SPDX-License-Identifier: Apache-2.0
// Pages from mustache templates (https://mustache.github.io), with two tags of our own that are resolved when
// the templates are loaded:
//   {{> name}}     another template or stylesheet, taken in as it stands
//   {{text key}}   an interface text, escaped for HTML
//
// so that a page is one text without partials and templates hold no words of their own. {{name}} is escaped,
// {{{name}}} is not: it is for text that is already HTML or CSS. An empty text is false in {{#name}}; a name
// that the view lacks altogether is a broken belief.
//
// A template that cannot be read, an unknown or circular {{> name}}, and an unknown text are a broken
// installation: EnvironmentError when loading. Rendering is const and may run on several threads.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "render/texts.hpp"
#include "render/view.hpp"

namespace smm::render {

// & < > " ' as entities: for text between tags and in quoted attributes.
std::string escape_html(std::string_view text);

// A CSS string in double quotes, safe within a <style> element.
std::string css_string(std::string_view text);

// "worksheet" for worksheet.mustache, "worksheet.css" for a stylesheet: whoever reads the files drops the
// ending .mustache and keeps .css.
struct TemplateText {
  std::string name;
  std::string text;
};

class Templates {
 public:
  Templates(const std::vector<TemplateText>& sources, const Texts& texts);

  // `name` must exist.
  std::string render(std::string_view name, const View& view) const;

 private:
  std::map<std::string, std::string, std::less<>> pages_;
};

}  // namespace smm::render
