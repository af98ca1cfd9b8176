// SPDX-License-Identifier: Apache-2.0
#include "exchange/json.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <bit>
#include <cmath>
#include <cstdlib>

namespace smm::exchange {
namespace {

using base::Document;

// Writes a document: plain scalars through number(), which is what the tests put there.
void write_document(JsonWriter& writer, const Document& node) {
  if (node.is_null()) {
    writer.null();
  } else if (const auto* scalar = node.scalar()) {
    scalar->quoted ? writer.text(scalar->text) : writer.number(std::stoll(scalar->text));
  } else if (const auto* list = node.list()) {
    writer.begin_array();
    for (const Document& entry : *list) write_document(writer, entry);
    writer.end_array();
  } else {
    writer.begin_object();
    for (const auto& entry : *node.map()) {
      writer.key(entry.key);
      write_document(writer, entry.value);
    }
    writer.end_object();
  }
}

bool same_document(const Document& left, const Document& right) {
  if (left.content.index() != right.content.index()) return false;
  if (const auto* scalar = left.scalar()) {
    return scalar->text == right.scalar()->text && scalar->quoted == right.scalar()->quoted;
  }
  if (const auto* list = left.list()) {
    return std::equal(list->begin(), list->end(), right.list()->begin(), right.list()->end(), same_document);
  }
  if (left.is_null()) return true;
  const auto same_entry = [](const base::MapEntry& a, const base::MapEntry& b) {
    return a.key == b.key && same_document(a.value, b.value);
  };
  return std::equal(left.map()->begin(), left.map()->end(), right.map()->begin(), right.map()->end(),
                    same_entry);
}

std::string json_outcome(std::string_view bytes) {
  const auto result = parse_json(bytes, "f");
  if (result) return "ok";
  std::string out;
  for (const auto& problem : result.problems()) {
    out += std::string(problem.code) + " " + base::to_string(problem.place) + "; ";
  }
  return out;
}

std::string json_text(std::string_view bytes) {
  const auto result = parse_json(bytes, "f");
  return result && result->scalar() != nullptr ? result->scalar()->text : "(" + json_outcome(bytes) + ")";
}

TEST(JsonReader, KeepsPlacesOrderAndDigits) {
  const auto result = parse_json("{\n  \"b\": [1.50, \"x\"],\n  \"a\": null, \"c\": true\n}\n", "f");
  ASSERT_TRUE(result);
  const auto& map = *result->map();
  ASSERT_EQ(map.size(), 3u);
  EXPECT_EQ(map[0].key, "b");
  EXPECT_EQ(base::to_string(map[0].key_place), "f:2:3");
  EXPECT_EQ(base::to_string(map[0].value.place), "f:2:8");
  EXPECT_EQ(map[0].value.list()->at(0).scalar()->text, "1.50");
  EXPECT_FALSE(map[0].value.list()->at(0).scalar()->quoted);
  EXPECT_TRUE(map[0].value.list()->at(1).scalar()->quoted);
  EXPECT_EQ(base::to_string(map[0].value.list()->at(1).place), "f:2:15");
  EXPECT_TRUE(map[1].value.is_null());
  EXPECT_EQ(map[2].value.scalar()->text, "true");
}

TEST(JsonReader, UnderstandsEscapes) {
  EXPECT_EQ(json_text(R"("a\"\\\/\b\f\n\r\tz")"), "a\"\\/\b\f\n\r\tz");
  EXPECT_EQ(json_text(R"("\u0041\u00e9\u20AC\uD83D\uDE00")"), "Aé€😀");
  EXPECT_EQ(json_text("\"\x7F\""), "\x7F");
}

TEST(JsonReader, AcceptsNumbersAsJsonWritesThem) {
  for (const char* good : {"0", "-0", "10", "-1.5", "0.25", "1e5", "1E+5", "1.0e-5"})
    EXPECT_EQ(json_text(good), good);
  for (const char* bad : {"01", "-", "+1", ".5", "1.", "1e", "1e+", "0x1", "NaN", "Infinity", "1,"}) {
    EXPECT_NE(json_outcome(bad), "ok") << bad;
  }
}

TEST(JsonReader, RefusesWhatIsNotJson) {
  EXPECT_EQ(json_outcome(""), "json_syntax f:1:1; ");
  EXPECT_EQ(json_outcome("{\"a\": 1,\n}"), "json_syntax f:2:1; ");
  EXPECT_EQ(json_outcome("[1, 2,]"), "json_syntax f:1:7; ");
  EXPECT_EQ(json_outcome("[1 2]"), "json_syntax f:1:4; ");
  EXPECT_EQ(json_outcome("{a: 1}"), "json_syntax f:1:2; ");
  EXPECT_EQ(json_outcome("{\"a\" 1}"), "json_syntax f:1:6; ");
  EXPECT_EQ(json_outcome("1\n 2"), "json_syntax f:2:2; ");
  EXPECT_EQ(json_outcome("\"a\nb\""), "json_syntax f:1:3; ");
  EXPECT_EQ(json_outcome("\"abc"), "json_syntax f:1:5; ");
  EXPECT_EQ(json_outcome("// x\n1"), "json_syntax f:1:1; ");
  EXPECT_EQ(json_outcome(std::string_view("1\0", 2)), "json_syntax f:1:2; ");
}

TEST(JsonReader, RefusesBrokenEscapes) {
  for (const char* bad : {R"("\x")", R"("\u12")", R"("\u12G4")", R"("\uD83D")", R"("\uD83Dx")",
                          R"("\uD83D\n")", R"("\uD83D\u0041")", R"("\uDE00")", "\"\\"}) {
    EXPECT_EQ(json_outcome(bad).substr(0, 11), "json_syntax") << bad;
  }
}

TEST(JsonReader, RefusesDuplicateKeysDepthAndBadText) {
  EXPECT_EQ(json_outcome("{\"a\": 1, \"a\": 2, \"b\": {\"c\": 1, \"\\u0063\": 2}}"),
            "duplicate_key f:1:10; duplicate_key f:1:32; ");
  EXPECT_EQ(json_outcome(std::string(50, '[') + std::string(50, ']')), "ok");
  EXPECT_EQ(json_outcome(std::string(51, '[') + std::string(51, ']')), "too_deep f:1:51; ");
  EXPECT_EQ(json_outcome("[\n\"\xC0\"]"), "invalid_utf8 f:2:2; ");
}

TEST(JsonWriter, WritesTheSameBytesForTheSameCalls) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object().key("name").text("A \"b\"\\\n\x01é").key("scores").begin_array();
  writer.number(1).number(0.1).fixed(2.0 / 3, 4).fixed(-0.00001, 2).number(-0.0).end_array();
  writer.key("none").begin_object().end_object().key("empty").begin_array().end_array();
  writer.key("yes").flag(true).key("nothing").null().end_object().finish();
  EXPECT_EQ(out,
            "{\n  \"name\": \"A \\\"b\\\"\\\\\\n\\u0001é\",\n  \"scores\": [\n    1,\n    0.1,\n    0.6667,\n"
            "    0.00,\n    0\n  ],\n  \"none\": {},\n  \"empty\": [],\n  \"yes\": true,\n  \"nothing\": "
            "null\n}\n");
}

TEST(JsonWriter, ReplacesBytesThatAreNotText) {
  std::string out;
  JsonWriter(out).text("a\xFFz\xE2\x82");
  EXPECT_EQ(out, "\"a\uFFFDz\uFFFD\uFFFD\"");
}

TEST(JsonWriterDeathTest, RefusesCallsThatMakeNoJson) {
  std::string out;
  EXPECT_DEATH(JsonWriter(out).begin_object().text("no key"), "");
  EXPECT_DEATH(JsonWriter(out).begin_array().key("k"), "");
  EXPECT_DEATH(JsonWriter(out).begin_array().end_object(), "");
  EXPECT_DEATH(JsonWriter(out).null().null(), "");
  EXPECT_DEATH(JsonWriter(out).begin_array().finish(), "");
  EXPECT_DEATH(JsonWriter(out).number(std::nan("")), "");
}

Document random_document(int depth) {
  const base::Place nowhere;
  const int kind = *rc::gen::inRange(0, depth == 0 ? 3 : 5);
  if (kind == 0) return {};
  if (kind == 1) return {nowhere, base::Scalar{std::to_string(*rc::gen::arbitrary<std::int64_t>()), false}};
  // RapidCheck's bytes are any bytes; what is not ASCII is tested elsewhere.
  const auto ascii = [&] {
    std::string out = *rc::gen::string<std::string>();
    for (char& character : out) character = static_cast<char>(character & 0x7F);
    return out;
  };
  if (kind == 2) return {nowhere, base::Scalar{ascii(), true}};
  const int size = *rc::gen::inRange(0, 4);
  base::List list;
  base::Map map;
  for (int at = 0; at < size; ++at) {
    list.push_back(random_document(depth - 1));
    map.push_back({std::to_string(at) + ascii(), nowhere, list.back()});
  }
  return kind == 3 ? Document(nowhere, std::move(list)) : Document(nowhere, std::move(map));
}

TEST(Json, WhatIsWrittenReadsBackTheSame) {
  EXPECT_TRUE(rc::check("JSON written and read is the same", [] {
    const Document document = random_document(4);
    std::string out;
    JsonWriter writer(out);
    write_document(writer, document);
    writer.finish();
    const auto read = parse_json(out, "f");
    RC_ASSERT(read.ok());
    RC_ASSERT(same_document(document, *read));
  }));
}

TEST(Json, NumbersReadBackExactly) {
  EXPECT_TRUE(rc::check("a number written and read is the same", [](std::int64_t bits) {
    const auto value = std::bit_cast<double>(bits);
    RC_PRE(std::isfinite(value));
    std::string out;
    JsonWriter(out).number(value);
    const auto read = parse_json(out, "f");
    RC_ASSERT(read.ok());
    RC_ASSERT(std::strtod(read->scalar()->text.c_str(), nullptr) == value);
  }));
}

}  // namespace
}  // namespace smm::exchange
