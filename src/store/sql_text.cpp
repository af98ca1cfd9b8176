// SPDX-License-Identifier: Apache-2.0
#include "store/sql_text.hpp"

#include <algorithm>

namespace smm::store {
namespace {

struct Placeholder {
  std::string_view name;
  std::string_view on_sqlite;
  std::string_view on_postgres;
};

constexpr Placeholder placeholders[] = {{"id", "TEXT", "text COLLATE \"C\""},
                                        {"text", "TEXT", "text COLLATE \"C\""},
                                        {"int64", "INTEGER", "bigint"},
                                        {"time", "INTEGER", "bigint"},
                                        {"real", "REAL", "double precision"},
                                        {"blob", "BLOB", "bytea"},
                                        {"table", "STRICT", ""},
                                        {"keyed_table", "STRICT, WITHOUT ROWID", ""},
                                        {"for_update", "", "FOR UPDATE"},
                                        {"skip_locked", "", "FOR UPDATE SKIP LOCKED"},
                                        {"joined_texts", "group_concat", "string_agg"}};

std::string_view placed(std::string_view name, Engine engine) {
  const auto* found =
      std::ranges::find_if(placeholders, [&](const Placeholder& known) { return known.name == name; });
  if (found == std::end(placeholders))
    throw SqlTextError("SQL has no placeholder {" + std::string(name) + "}");
  return engine == Engine::sqlite ? found->on_sqlite : found->on_postgres;
}

std::size_t past(std::string_view sql, std::string_view end, std::size_t from) {
  const auto at = sql.find(end, from);
  return at == std::string_view::npos ? sql.size() : at + end.size();
}

// Where the quoted text or comment that begins at `at` ends; `at` itself when none begins. (A doubled quote
// inside a text ends one and begins the next.)
std::size_t past_quiet(std::string_view sql, std::size_t at) {
  if (sql[at] == '\'' || sql[at] == '"') return past(sql, sql.substr(at, 1), at + 1);
  if (sql.substr(at, 2) == "--") return past(sql, "\n", at + 2);
  if (sql.substr(at, 2) == "/*") return past(sql, "*/", at + 2);
  return at;
}

// Copies `sql`, but what `replace` says at a place that is neither quoted nor comment: it appends to its
// second argument and returns how many characters that stands for, 0 for none.
template <class Replace>
std::string rewritten(std::string_view sql, Replace replace) {
  std::string text;
  for (std::size_t at = 0; at < sql.size();) {
    const std::size_t quiet_end = past_quiet(sql, at);
    const std::size_t replaced = quiet_end > at ? 0 : replace(sql.substr(at), text);
    const std::size_t end = quiet_end > at ? quiet_end : at + std::max<std::size_t>(replaced, 1);
    if (replaced == 0) text += sql.substr(at, end - at);
    at = end;
  }
  return text;
}

}  // namespace

std::string for_engine(std::string_view sql, Engine engine) {
  return rewritten(sql, [&](std::string_view rest, std::string& text) -> std::size_t {
    if (rest.front() != '{') return 0;
    const auto close = rest.find('}');
    if (close == std::string_view::npos) throw SqlTextError("SQL has a { without its }");
    text += placed(rest.substr(1, close - 1), engine);
    return close + 1;
  });
}

std::string with_numbered_values(std::string_view sql) {
  int count = 0;
  return rewritten(sql, [&](std::string_view rest, std::string& text) -> std::size_t {
    if (rest.front() != '?') return 0;
    text += "$" + std::to_string(++count);
    return 1;
  });
}

}  // namespace smm::store
