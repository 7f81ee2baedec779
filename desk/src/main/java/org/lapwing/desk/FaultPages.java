// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Every answer that is no page: the container's own would speak of status codes, in English, with a style of its own. */
@Controller
final class FaultPages implements ErrorController {

    @RequestMapping("/error")
    ModelAndView fault(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code)
                : HttpStatus.NOT_FOUND;
        ModelAndView page = status.is5xxServerError() ? new ModelAndView("desk/fault") : Pages.missing();
        page.setStatus(status);
        return page;
    }
}
