// SPDX-License-Identifier: Apache-2.0
#include "render/document_view.hpp"

#include <gtest/gtest.h>

#include "render/html.hpp"

namespace smm::render {
namespace {

base::Document plain(const char* text) {
  return base::Document({}, base::Scalar{text, false});
}

TEST(DocumentView, MapsListsTextsAndFlags) {
  base::Map map;
  map.push_back({"rows", {}, base::Document({}, base::List{plain("a"), plain("b")})});
  map.push_back({"yes", {}, plain("true")});
  map.push_back({"no", {}, plain("false")});
  map.push_back({"word", {}, base::Document({}, base::Scalar{"false", true})});
  map.push_back({"nothing", {}, base::Document()});
  const Templates pages(
      {{"page", "{{#rows}}<{{.}}>{{/rows}}{{#yes}}Y{{/yes}}{{#no}}N{{/no}}{{word}}{{nothing}}."}},
      *Texts::from(base::Document({}, base::Map{})));
  EXPECT_EQ(pages.render("page", view_of(base::Document({}, std::move(map)))), "<a><b>Yfalse.");
}

}  // namespace
}  // namespace smm::render
