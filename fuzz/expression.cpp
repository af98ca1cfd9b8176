// SPDX-License-Identifier: Apache-2.0
// Any text is either refused with problems, or prints to text that reads back the same, and evaluates.
#include "expression/expression.hpp"

#include <array>
#include <cstdint>
#include <string_view>

#include "base/assert.hpp"
#include "expression/evaluate.hpp"

using namespace smm;
using expression::Type;
using expression::Value;

namespace {

struct KnownName {
  std::string_view name;
  Type type;
};

// A name's handle is its position.
constexpr std::array<KnownName, 5> known{{{"b", Type::boolean},
                                          {"c", Type::choice},
                                          {"s", Type::set},
                                          {"n", Type::number},
                                          {"a-b.c", Type::number}}};

class FuzzNames : public expression::Names {
 public:
  std::optional<expression::Symbol> find(std::string_view name) const override {
    for (std::size_t handle = 0; handle < known.size(); ++handle) {
      if (known[handle].name == name)
        return expression::Symbol{static_cast<int>(handle), known[handle].type, {"x", "and", "1st"}};
    }
    return std::nullopt;
  }
  std::vector<std::string> every_name() const override { return {"b", "c", "s", "n", "a-b.c"}; }
};

// The `turn`-th of a round of values that a name of this type may have.
Value value_of(Type type, unsigned turn) {
  if (turn % 4 == 0) return Value::unknown();
  if (turn % 4 == 1) return Value::absent();
  switch (type) {
    case Type::boolean:
      return Value::of_boolean(turn % 4 == 2);
    case Type::choice:
      return Value::of_choice(turn % 3);
    case Type::set:
      return Value::of_set(turn % 8);
    case Type::number:
      return Value::of_number(turn % 4 == 2 ? 0 : 1e300 * turn);
  }
  return {};
}

void check_accepted(const expression::Expression& read) {
  for (unsigned turn = 0; turn < 32; ++turn) {
    const auto value = [turn](int handle) {
      return value_of(known[static_cast<std::size_t>(handle)].type,
                      turn * 7 + static_cast<unsigned>(handle) * (turn / 4 + 1));
    };
    SMM_ASSERT(evaluate(read, value) <= expression::Truth::absent);
  }
  const std::string text = print(read);
  if (text.size() > expression::max_characters) return;
  const auto again = parse(text, {}, FuzzNames());
  SMM_ASSERT(again.ok());
  SMM_ASSERT(*again == read);
  SMM_ASSERT(print(*again) == text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto read = parse(text, base::Place{"fuzz", 1, 1}, FuzzNames());
  if (read.ok()) {
    check_accepted(*read);
  } else {
    for (const base::Problem& found : read.problems())
      SMM_ASSERT(found.place.line >= 1 && found.place.column >= 1);
  }
  return 0;
}
