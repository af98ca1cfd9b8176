// SPDX-License-Identifier: Apache-2.0
#include "app/pages.hpp"

#include "base/environment_error.hpp"
#include "exchange/yaml.hpp"

namespace smm::app {
namespace {

constexpr const char* texts_file = "i18n/en.yaml";

template <class T>
T or_broken(base::Result<T> result) {
  if (!result) throw base::EnvironmentError("the content is broken: " + to_string(result.problems().front()));
  return std::move(*result);
}

render::Texts load_texts(const Content& content) {
  const auto bytes = content.read(texts_file);
  if (!bytes) throw base::EnvironmentError(std::string("the content has no ") + texts_file);
  return or_broken(render::Texts::from(or_broken(exchange::parse_yaml(*bytes, texts_file))));
}

// The file name without its folder and the ending that the name of a template leaves out.
std::string template_name(std::string path) {
  path.erase(0, path.rfind('/') + 1);
  constexpr std::string_view ending = ".mustache";
  if (path.ends_with(ending)) path.erase(path.size() - ending.size());
  return path;
}

}  // namespace

Pages load_pages(const Content& content) {
  render::Texts texts = load_texts(content);
  std::vector<render::TemplateText> sources;
  for (const char* folder : {"templates/", "style/"}) {
    for (const std::string& path : content.list(folder))
      sources.push_back({template_name(path), *content.read(path)});
  }
  render::Templates templates(sources, texts);
  return {std::move(texts), std::move(templates)};
}

}  // namespace smm::app
