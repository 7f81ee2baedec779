// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Draws pages from templates that were compiled with the desk. It stands first among resolvers: otherwise a template's
 * name would be taken for an address to forward to.
 */
@Component
final class JtePages implements ViewResolver, Ordered {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, JtePages.class.getClassLoader(), "org.lapwing.desk.templates");

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.startsWith("redirect:") || name.startsWith("forward:") ? null : new JtePage(name + ".jte");
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private final class JtePage implements View {
        private final String template;

        JtePage(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var params = new HashMap<String, Object>();
            if (model != null) {
                // Only what templates declare: Spring puts its own binding results beside ours.
                for (String name : new String[] {"chrome", "page"}) {
                    Object value = model.get(name);
                    if (value != null) {
                        params.put(name, value);
                    }
                }
            }
            var output = new Utf8ByteOutput();
            engine.render(template, params, output);
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
