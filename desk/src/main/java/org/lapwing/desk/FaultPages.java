// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.lapwing.journal.JournalException;
import org.lapwing.journal.NotWritten;
import org.lapwing.tlog.TlogException;
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
        if (status.is5xxServerError()
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
            System.err.println(where(fault));
        }
        if (status.is5xxServerError()
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault
                && unwritable(fault)) {
            ModelAndView page = new ModelAndView("desk/unwritable");
            page.setStatus(HttpStatus.INSUFFICIENT_STORAGE);
            return page;
        }
        ModelAndView page = status.is5xxServerError() ? new ModelAndView("desk/fault") : Pages.missing();
        page.setStatus(status);
        return page;
    }

    /** Whether nothing was written because the disk is full or can only be read. */
    static boolean unwritable(Throwable fault) {
        return causes(fault)
                .anyMatch(
                        cause -> cause instanceof NotWritten
                                || (cause instanceof IOException
                                        && String.valueOf(cause.getMessage())
                                                .matches(
                                                        "(?s).*(No space left on device|Read-only file system|Disk quota exceeded).*")));
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
    }

    /** For whoever keeps the machine: what broke and where, never a message that might hold somebody's words. */
    static String where(Throwable fault) {
        var line = new StringBuilder("lapwing desk: a fault of ours");
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            line.append(System.lineSeparator())
                    .append("  ")
                    .append(cause.getClass().getName())
                    .append(said(cause));
            Stream.of(cause.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("org.lapwing."))
                    .limit(8)
                    .forEach(frame -> line.append(System.lineSeparator())
                            .append("    at ")
                            .append(frame));
        }
        return line.toString();
    }

    /** What the journal and the log say names rows and files only, and an operator cannot do without it. */
    private static String said(Throwable cause) {
        return cause instanceof JournalException || cause instanceof TlogException ? ": " + cause.getMessage() : "";
    }
}
