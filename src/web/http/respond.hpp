// SPDX-License-Identifier: Apache-2.0
// An answer that is given later, from any thread: for handlers that wait for something which tells when it is
// done, such as a commit that many saves share, and would else hold a worker each.
//
//   router.add(Method::post, "/answers", [&](const Request& request, Respond respond) {
//     writer.submit(work_of(request), [respond](std::exception_ptr failure) {
//       if (failure) return respond.fail(failure);
//       respond.with([] { return text_response(200, "saved"); });  // made on a worker, where waiting is
//       allowed
//     });
//   });
//
// The first answer counts and further ones are ignored, as is one that comes after Request::deadline (the
// client was told 503) or after the server stopped. When the last copy goes without an answer, the client is
// told 500. No call waits or throws. The request lives as long as a copy does.
#pragma once

#include <exception>
#include <functional>
#include <memory>

#include "web/http/request.hpp"
#include "web/http/response.hpp"

namespace smm::web::http {

// Gives a response, or throws, as a handler does.
using Make = std::function<Response()>;

class Respond {
 public:
  // Who is told once, on the thread of the answer, how to make it.
  using Give = std::function<void(Make)>;

  explicit Respond(Give give);

  void operator()(Response response) const;
  void with(Make make) const;                   // runs later, on a worker
  void fail(std::exception_ptr failure) const;  // as if the handler had thrown it

 private:
  class Owed;
  std::shared_ptr<Owed> owed_;
};

// Begins on a worker thread, as a Handler does, and may run on several at once.
using LaterHandler = std::function<void(const Request&, Respond)>;

}  // namespace smm::web::http
