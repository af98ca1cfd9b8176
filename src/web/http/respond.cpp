// SPDX-License-Identifier: Apache-2.0
#include "web/http/respond.hpp"

#include <atomic>
#include <stdexcept>
#include <utility>

namespace smm::web::http {
namespace {

Make throwing(std::exception_ptr failure) {
  return [failure = std::move(failure)]() -> Response { std::rethrow_exception(failure); };
}

}  // namespace

// An answer that somebody waits for.
class Respond::Owed {
 public:
  explicit Owed(Give give) : give_(std::move(give)) {}
  Owed(const Owed&) = delete;
  Owed& operator=(const Owed&) = delete;
  ~Owed() {
    if (!given_)
      give_(throwing(std::make_exception_ptr(std::logic_error("a handler dropped its request unanswered"))));
  }

  void give(Make make) {
    if (!given_.exchange(true)) give_(std::move(make));
  }

 private:
  Give give_;
  std::atomic<bool> given_ = false;
};

Respond::Respond(Give give) : owed_(std::make_shared<Owed>(std::move(give))) {}

// The response is moved out of the function, which is called once.
void Respond::operator()(Response response) const {
  owed_->give([response = std::move(response)]() mutable { return std::move(response); });
}

void Respond::with(Make make) const {
  owed_->give(std::move(make));
}

void Respond::fail(std::exception_ptr failure) const {
  owed_->give(throwing(std::move(failure)));
}

}  // namespace smm::web::http
