// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import org.lapwing.desk.reading.ReadingRoom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What search is made of. */
@Configuration(proxyBeanMethods = false)
class SearchHouse {
    @Bean(destroyMethod = "close")
    SearchRoom searchRoom(ReadingRoom readingRoom) {
        SearchRoom room = new SearchRoom();
        readingRoom.followedBy(room);
        return room;
    }
}
